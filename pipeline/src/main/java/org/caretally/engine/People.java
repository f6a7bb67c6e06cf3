package org.caretally.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.caretally.codebook.Missing;
import org.caretally.design.Weight;
import org.caretally.study.Coding;
import org.caretally.study.ExportColumn;
import org.caretally.study.ExportColumn.Kind;

/**
 * The cleaned, scored rows of the analysis population as a table. Its rows are sorted by their own
 * values: their order in the data says nothing, and the files do not depend on how they were read.
 */
public final class People implements AutoCloseable {
  private final Dataset<Row> named;
  private final Map<String, Pseudonyms> pseudonyms = new HashMap<>();
  private final Dataset<Row> rows;
  private final List<ExportColumn> columns;
  private final Path scratch;

  People(Dataset<Folded> parts, Coding coding, List<ExportColumn> columns, Path scratch) {
    this.columns = List.copyOf(columns);
    this.scratch = scratch;
    StructType schema = new StructType();
    for (ExportColumn column : columns) {
      schema = schema.add(column.name(), type(column));
    }
    named =
        parts
            .flatMap(
                (FlatMapFunction<Folded, Row>)
                    f -> f.kept().stream().map(k -> row(k, coding, columns)).iterator(),
                Encoders.row(schema))
            .persist(StorageLevel.DISK_ONLY());
    rows = numbered(schema);
  }

  /** Puts numbers in the place of names of strata and PSUs. */
  private Dataset<Row> numbered(StructType schema) {
    Map<Integer, Pseudonyms> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      ExportColumn column = columns.get(i);
      if (column.kind() == Kind.STRATUM || column.kind() == Kind.PSU) {
        List<String> names =
            named.select(column.name()).distinct().as(Encoders.STRING()).collectAsList();
        pseudonyms.put(column.id(), Pseudonyms.of(names));
        places.put(i, pseudonyms.get(column.id()));
      }
    }
    if (places.isEmpty()) {
      return named;
    }
    return named.map(
        (MapFunction<Row, Row>)
            row -> {
              Object[] cells = new Object[row.size()];
              for (int i = 0; i < cells.length; i++) {
                Pseudonyms numbers = places.get(i);
                cells[i] = numbers == null ? row.get(i) : numbers.numbers().get(row.getString(i));
              }
              return RowFactory.create(cells);
            },
        Encoders.row(schema));
  }

  /** Returns the number that stands for a stratum; empty when nobody of it is in the rows. */
  public Optional<String> stratum(String name) {
    Pseudonyms strata = pseudonyms.get("stratum");
    return Optional.ofNullable(strata == null ? null : strata.numbers().get(name));
  }

  /**
   * How well people hide among those who are alike in every grouping column.
   *
   * @param people number of people
   * @param few people in groups of fewer than k
   * @param told people in groups where all who answered a screening question have the same result,
   *     which so tells it about each of them
   */
  public record Hiding(long people, long few, long told) {}

  /** Counts people who do not hide well; k is the smallest group that is large enough. */
  public Hiding hiding(int k) {
    Column[] groups =
        columns.stream()
            .filter(ExportColumn::grouping)
            .map(c -> functions.col(c.name()))
            .toArray(Column[]::new);
    List<Column> counts = new ArrayList<>();
    Column told = functions.lit(false);
    for (ExportColumn column : columns) {
      if (column.kind() == Kind.CASE) {
        String name = "distinct_" + column.name();
        counts.add(functions.count_distinct(functions.col(column.name())).as(name));
        told = told.or(functions.col(name).equalTo(1));
      }
    }
    Column size = functions.col("size");
    Row totals =
        rows.groupBy(groups)
            .agg(functions.count(functions.lit(1)).as("size"), counts.toArray(Column[]::new))
            .agg(
                functions.sum(size),
                functions.sum(functions.when(size.lt(k), size).otherwise(0L)),
                functions.sum(functions.when(told, size).otherwise(0L)))
            .first();
    return totals.isNullAt(0)
        ? new Hiding(0, 0, 0)
        : new Hiding(totals.getLong(0), totals.getLong(1), totals.getLong(2));
  }

  /** Writes the rows as one Parquet file and one CSV file (UTF-8, comma, empty for missing). */
  public void write(Path parquet, Path csv) throws IOException {
    Column[] order = columns.stream().map(c -> functions.col(c.name())).toArray(Column[]::new);
    Dataset<Row> sorted = rows.orderBy(order).coalesce(1);
    Path folder = scratch.resolve("export-parquet");
    sorted.write().mode(SaveMode.Overwrite).parquet(folder.toString());
    single(folder, ".parquet", parquet);
    folder = scratch.resolve("export-csv");
    sorted
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", "true")
        .option("emptyValue", "")
        .option("escape", "\"")
        .csv(folder.toString());
    single(folder, ".csv", csv);
  }

  private static void single(Path folder, String ending, Path target) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(p -> p.getFileName().toString().endsWith(ending)).toList();
      if (parts.size() != 1) {
        throw new IllegalStateException("Spark wrote " + parts.size() + " files, not one");
      }
      Files.move(parts.get(0), target);
    }
  }

  private static DataType type(ExportColumn column) {
    return switch (column.kind()) {
      case WAVE, LEVEL, BAND, STRATUM, PSU -> DataTypes.StringType;
      case WEIGHT, FPC -> DataTypes.DoubleType;
      case NUMBER, CASE -> column.whole() ? DataTypes.LongType : DataTypes.DoubleType;
    };
  }

  private static Row row(Kept person, Coding coding, List<ExportColumn> columns) {
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(person, coding, columns.get(i));
    }
    return RowFactory.create(cells);
  }

  private static Object cell(Kept person, Coding coding, ExportColumn column) {
    return switch (column.kind()) {
      case WAVE -> person.wave();
      case WEIGHT -> person.weight() / (double) Weight.ONE;
      case STRATUM -> person.stratum();
      case PSU -> person.stratum() + "\u0000" + person.psu();
      case FPC -> Double.valueOf(person.fpc());
      case BAND -> {
        int level = coding.domains().get(column.position()).levelOf(person.row());
        yield level < 0 ? null : column.levels().get(level).id();
      }
      case LEVEL, NUMBER, CASE -> answer(person, column);
    };
  }

  private static Object answer(Kept person, ExportColumn column) {
    long cell = person.row()[column.position()];
    if (Missing.is(cell)) {
      return null;
    }
    if (column.kind() == Kind.LEVEL) {
      return column.levels().get((int) cell).id();
    }
    return column.whole() ? (Object) cell : (Object) (cell / (double) column.grid());
  }

  @Override
  public void close() {
    named.unpersist(true);
  }
}

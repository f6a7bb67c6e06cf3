package org.caretally.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.caretally.codebook.Missing;
import org.caretally.study.Cleaning;
import org.caretally.study.Coding;

/**
 * What only all rows together can tell: which rows have the same answers, and how long people took
 * in the middle. Both look at the rows that the rules about texts leave, so that a preview is
 * neither the copy that stays nor part of the median. Each is a pass of its own over the data, and
 * only when the study asks for it.
 */
final class SurveyScan {
  private static final StructType PRINTS =
      new StructType()
          .add("print", DataTypes.StringType)
          .add("blanks", DataTypes.IntegerType)
          .add("content", DataTypes.StringType)
          .add("line", DataTypes.LongType);
  private static final StructType TIMES = new StructType().add("millis", DataTypes.LongType);

  private final Coding coding;
  private final Verdicts verdicts;

  private SurveyScan(Coding coding, Verdicts verdicts) {
    this.coding = coding;
    this.verdicts = verdicts;
  }

  /** Makes a pass over the rows of a survey, whichever way they come. */
  interface Rows {

    /** Returns what a function makes of every row that has a place in the first file, or null. */
    Dataset<Row> each(StructType schema, Maker make);
  }

  /** Makes something of the fields of a row; null for nothing. */
  interface Maker extends Function<Fields, Row>, java.io.Serializable {}

  /** Returns the verdicts about all rows. */
  static Verdicts verdicts(Coding coding, Rows rows) {
    Cleaning cleaning = coding.cleaning();
    Verdicts verdicts = new Verdicts(cleaning);
    SurveyScan scan = new SurveyScan(coding, verdicts);
    if (!cleaning.pattern().isEmpty()) {
      scan.same(rows);
    }
    if (!cleaning.pace().isEmpty() && cleaning.pace().get(0).relative()) {
      scan.median(rows);
    }
    return verdicts;
  }

  /**
   * Of rows with the same answers one stays: that with the fewest blanks in all columns the study
   * needs, then by content, then the first line. Lines decide only between rows that are equal in
   * every needed column, so the order of rows changes no number.
   */
  private void same(Rows rows) {
    Texts texts = new Texts(coding.cleaning().pattern(), coding.slots().size());
    Verdicts known = verdicts;
    Dataset<Row> prints = rows.each(PRINTS, f -> known.texts(f).isPresent() ? null : texts.row(f));
    List<Row> groups =
        prints
            .groupBy("print")
            .agg(
                sort_array(collect_list(struct(col("blanks"), col("content"), col("line"))))
                    .as("rows"))
            .where(size(col("rows")).gt(1))
            .select(col("rows").getField("line").as("lines"))
            .collectAsList();
    for (Row group : groups) {
      List<Long> lines = group.getList(0);
      lines.subList(1, lines.size()).forEach(verdicts::same);
    }
  }

  private void median(Rows rows) {
    List<Integer> slots = coding.cleaning().pace().get(0).slots();
    Verdicts known = verdicts;
    Row median =
        rows.each(TIMES, f -> known.texts(f).isPresent() ? null : time(f, slots))
            .agg(percentile(col("millis"), lit(0.5)))
            .head();
    verdicts.median(median.isNullAt(0) ? 0 : median.getDouble(0));
  }

  private static Row time(Fields fields, List<Integer> slots) {
    long millis = Verdicts.millis(fields, slots);
    return Missing.is(millis) ? null : RowFactory.create(millis);
  }

  /** Rows of a single file. */
  static Rows of(Dataset<Split> splits, Coding coding, Duplicates duplicates) {
    return (schema, make) ->
        splits.mapPartitions(new Bytes(coding, duplicates, make), Encoders.row(schema));
  }

  /** Rows of joined files. */
  static Rows of(Dataset<Row> joined, Coding coding) {
    return (schema, make) -> joined.mapPartitions(new Joined(coding, make), Encoders.row(schema));
  }

  private record Bytes(Coding coding, Duplicates duplicates, Maker make)
      implements MapPartitionsFunction<Split, Row> {

    @Override
    public Iterator<Row> call(Iterator<Split> splits) {
      OtherRows others = new OtherRows(coding, 0);
      return new SourceReader(coding, 0, splits).each(reader -> row(reader, others));
    }

    private Row row(SourceReader reader, OtherRows others) {
      ByteFields fields = reader.fields();
      boolean out =
          reader.ragged() || others.has(fields) || duplicates.setAside(fields, coding).isPresent();
      return out ? null : make.apply(fields);
    }
  }

  private record Joined(Coding coding, Maker make) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      RowFields fields = new RowFields(coding.slots());
      return new Filled(
          rows,
          row -> {
            fields.attach(row);
            return fields.has(0) ? make.apply(fields) : null;
          });
    }
  }

  /** The rows that a function makes something of. */
  private static final class Filled implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Function<Row, Row> make;
    private Optional<Row> ahead = Optional.empty();

    Filled(Iterator<Row> rows, Function<Row, Row> make) {
      this.rows = rows;
      this.make = make;
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && rows.hasNext()) {
        ahead = Optional.ofNullable(make.apply(rows.next()));
      }
      return ahead.isPresent();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row next = ahead.orElseThrow();
      ahead = Optional.empty();
      return next;
    }
  }
}

package org.caretally.engine;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.caretally.study.Coding;

/**
 * Finds identifiers that occur more than once, rows without one, rows with nothing, and ragged
 * rows, with Spark SQL.
 */
final class KeyScan implements MapPartitionsFunction<Split, Row> {
  private static final long serialVersionUID = 1L;
  private static final StructType SCHEMA =
      new StructType()
          .add("kind", DataTypes.IntegerType)
          .add("key", DataTypes.StringType)
          .add("print", DataTypes.LongType)
          .add("line", DataTypes.LongType);

  static final int KEYED = 0;
  static final int NO_KEY = 1;
  static final int RAGGED = 2;
  static final int EMPTY = 3;
  static final int OTHER = 4;

  private final Coding coding;
  private final int file;
  private final int keySlot;
  private final OtherRows others;

  private KeyScan(Coding coding, int file, int keySlot) {
    this.coding = coding;
    this.file = file;
    this.keySlot = keySlot;
    others = new OtherRows(coding, file);
  }

  /**
   * Returns a row for every identifier that occurs more than once, and one each for rows without
   * identifier, empty rows, ragged rows and rows of other kinds if there are any: kind, key,
   * smallest and largest fingerprint, lines.
   */
  static List<Row> repeated(Dataset<Split> splits, Coding coding, int file, int keySlot) {
    return splits
        .mapPartitions(new KeyScan(coding, file, keySlot), Encoders.row(SCHEMA))
        .groupBy("kind", "key")
        .agg(
            functions.min("print").as("least"),
            functions.max("print").as("most"),
            functions.sort_array(functions.collect_list("line")).as("lines"))
        .where(functions.size(functions.col("lines")).gt(1).or(functions.col("kind").gt(KEYED)))
        .collectAsList();
  }

  @Override
  public Iterator<Row> call(Iterator<Split> splits) {
    return new SourceReader(coding, file, splits).each(this::row);
  }

  private Row row(SourceReader reader) {
    ByteRecords records = reader.records();
    if (records.empty()) {
      return RowFactory.create(EMPTY, "", 0L, records.line());
    }
    if (reader.ragged()) {
      return RowFactory.create(RAGGED, "", 0L, records.line());
    }
    if (others.has(reader.fields())) {
      return RowFactory.create(OTHER, "", 0L, records.line());
    }
    String key = Duplicates.key(coding, reader.text(keySlot), reader.fields()::text);
    int kind = key.isEmpty() ? NO_KEY : KEYED;
    return RowFactory.create(kind, key, print(records), records.line());
  }

  /** A 64-bit fingerprint of all needed fields: FNV-1a with a separator between fields. */
  private long print(ByteRecords records) {
    long hash = 0xcbf29ce484222325L;
    byte[] bytes = records.bytes();
    for (int slot = 0; slot < coding.slots().size(); slot++) {
      if (coding.slots().get(slot).file() == file) {
        for (int i = records.from(slot); i < records.to(slot); i++) {
          hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ 0x1ff) * 0x100000001b3L;
      }
    }
    return hash;
  }
}

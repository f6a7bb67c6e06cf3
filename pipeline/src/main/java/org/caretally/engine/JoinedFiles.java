package org.caretally.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.caretally.study.Coding;
import org.caretally.study.Slot;

/**
 * Several files of one study as one table: a row for every identifier in any file. Columns are
 * {@code key}, a line number for each file ({@code line0} …) and a text for each slot ({@code s0}
 * …).
 */
final class JoinedFiles {
  private JoinedFiles() {}

  static String line(int file) {
    return "line" + file;
  }

  static String slot(int slot) {
    return "s" + slot;
  }

  /** Joins tables of single files by their key. */
  static Dataset<Row> join(List<Dataset<Row>> files) {
    Dataset<Row> all = files.get(0);
    for (Dataset<Row> next : files.subList(1, files.size())) {
      all = all.join(next, new String[] {"key"}, "full_outer");
    }
    return all;
  }

  /** The rows of one file that have an identifier and are no duplicates. */
  static Dataset<Row> table(
      Dataset<Split> splits, Coding coding, int file, int keySlot, Duplicates duplicates) {
    StructType schema =
        new StructType().add("key", DataTypes.StringType).add(line(file), DataTypes.LongType);
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < coding.slots().size(); i++) {
      Slot column = coding.slots().get(i);
      if (column.file() == file && i != keySlot) {
        wanted.add(i);
        schema = schema.add(slot(i), DataTypes.StringType);
      }
    }
    Reader reader = new Reader(coding, file, keySlot, wanted, duplicates);
    return splits.mapPartitions(reader, Encoders.row(schema));
  }

  private record Reader(
      Coding coding, int file, int keySlot, List<Integer> wanted, Duplicates duplicates)
      implements MapPartitionsFunction<Split, Row> {

    @Override
    public Iterator<Row> call(Iterator<Split> splits) {
      OtherRows others = new OtherRows(coding, file);
      return new SourceReader(coding, file, splits).each(reader -> row(reader, others));
    }

    /** Null for a row that the scan of identifiers has already accounted for. */
    private Row row(SourceReader reader, OtherRows others) {
      ByteRecords records = reader.records();
      boolean out = reader.ragged() || others.has(reader.fields());
      String key = out ? "" : reader.text(keySlot);
      if (key.isEmpty() || duplicates.verdict(key, records.line()).isPresent()) {
        return null;
      }
      Object[] cells = new Object[wanted.size() + 2];
      cells[0] = key;
      cells[1] = records.line();
      for (int i = 2; i < cells.length; i++) {
        cells[i] = reader.text(wanted.get(i - 2));
      }
      return RowFactory.create(cells);
    }
  }
}

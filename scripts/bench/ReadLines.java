import org.apache.spark.sql.SparkSession;

/** Spark reads the lines of a file and does nothing with them: what a large run is compared with. */
public final class ReadLines {
  private ReadLines() {}

  /** Takes the file. */
  public static void main(String[] arguments) {
    SparkSession session =
        SparkSession.builder()
            .appName("read lines")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    session.read().text(arguments[0]).write().format("noop").mode("overwrite").save();
    session.stop();
  }
}

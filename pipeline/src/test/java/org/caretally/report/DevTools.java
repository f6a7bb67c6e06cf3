package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in Chromium that gets real keys, by the browser's own protocol. */
final class DevTools implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int SECONDS = 30;

  private final Process browser;
  private final WebSocket socket;
  private final BlockingQueue<String> answers;
  private int last;

  private DevTools(Process browser, WebSocket socket, BlockingQueue<String> answers) {
    this.browser = browser;
    this.socket = socket;
    this.answers = answers;
  }

  /** Opens a page; skips the test where Chromium is not installed. */
  static DevTools open(Path folder, Path page) throws Exception {
    Path chromium = Browser.program("chromium");
    assumeTrue(chromium != null, "skipped: chromium is not installed");
    Path profile = Files.createTempDirectory(folder, "profile");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    try {
      BlockingQueue<String> answers = new LinkedBlockingQueue<>();
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create(address(profile)), new Listener(answers))
              .get(SECONDS, TimeUnit.SECONDS);
      return new DevTools(browser, socket, answers);
    } catch (Exception e) {
      end(browser);
      throw e;
    }
  }

  private static String address(Path profile) throws Exception {
    Path port = profile.resolve("DevToolsActivePort");
    for (int tries = 0; tries < SECONDS * 10; tries++) {
      if (Files.exists(port) && !Files.readAllLines(port).isEmpty()) {
        String list = "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list";
        HttpRequest request = HttpRequest.newBuilder(URI.create(list)).build();
        String told = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        for (JsonNode target : MAPPER.readTree(told)) {
          if (target.get("type").asString().equals("page")) {
            return target.get("webSocketDebuggerUrl").asString();
          }
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("the browser tells no address");
  }

  /** Collects whole messages. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> answers;
    private final StringBuilder begun = new StringBuilder();

    Listener(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean whole) {
      begun.append(data);
      if (whole) {
        answers.add(begun.toString());
        begun.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int id = ++last;
    Map<String, Object> question = Map.of("id", id, "method", method, "params", parameters);
    socket.sendText(MAPPER.writeValueAsString(question), true).get(SECONDS, TimeUnit.SECONDS);
    while (true) {
      String text = answers.poll(SECONDS, TimeUnit.SECONDS);
      assertTrue(text != null, "no answer to " + method);
      JsonNode answer = MAPPER.readTree(text);
      if (answer.has("id") && answer.get("id").asInt() == id) {
        return answer.get("result");
      }
    }
  }

  /** Presses and releases a key, such as {@code Tab}, {@code Enter} or {@code Space}. */
  void press(String key) throws Exception {
    String text = Map.of("Enter", "\r", "Space", " ").getOrDefault(key, "");
    String name = key.equals("Space") ? " " : key;
    int code = Map.of("Tab", 9, "Enter", 13, "Space", 32).get(key);
    for (String type : new String[] {text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp"}) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              name,
              "code",
              key,
              "text",
              type.equals("keyUp") ? "" : text,
              "windowsVirtualKeyCode",
              code));
    }
  }

  /** Returns what an expression says, as text. */
  String say(String expression) throws Exception {
    return ask("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"))
        .at("/result/value")
        .asString();
  }

  @Override
  public void close() {
    socket.abort();
    end(browser);
  }

  private static void end(Process browser) {
    browser.descendants().forEach(ProcessHandle::destroyForcibly);
    browser.destroyForcibly();
  }
}

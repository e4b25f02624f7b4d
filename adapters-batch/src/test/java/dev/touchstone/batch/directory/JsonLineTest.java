package dev.touchstone.batch.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonLineTest {

  private static final int[] CODE_POINTS = {
    'a', 'Z', '0', ' ', '/', '"', '\\', 0, 1, '\b', '\t', '\n', '\f', '\r', 0x1f, 0x7f, 0x80, 0x7ff,
    0x800, 'à', '€', 0x2028, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff
  };

  @Test
  void writesTheBytesOfAnotherGenerator() throws IOException {
    JsonLine line = new JsonLine();
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      String text = randomText(random);
      List<String> texts = random.ints(random.nextInt(4), 0, 9).mapToObj(i -> text + i).toList();
      boolean flag = random.nextBoolean();
      line.begin();
      line.write("text", text);
      line.write("none", (String) null);
      line.write("flag", flag);
      line.write("texts", texts);
      line.beginArray("objects");
      for (String element : texts) {
        line.beginElement();
        line.write("text", element);
        line.endObject();
      }
      line.endArray();
      line.end();

      assertThat(textOf(line)).as("seed %d", seed).isEqualTo(byJackson(text, flag, texts));
    }
  }

  @Test
  void refusesHalfASurrogatePair() {
    JsonLine line = new JsonLine();
    line.begin();

    for (String text : List.of("\ud83d", "a\ude00b", "\ud83d\ud83d")) {
      assertThatThrownBy(() -> line.write("text", text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("surrogate");
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextBoolean() ? 10 : 2_000); i > 0; i--) {
      text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
    }
    return text.toString();
  }

  private static String textOf(JsonLine line) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String byJackson(String text, boolean flag, List<String> texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("text", text);
      json.writeNullProperty("none");
      json.writeBooleanProperty("flag", flag);
      json.writeArrayPropertyStart("texts");
      texts.forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("objects");
      for (String element : texts) {
        json.writeStartObject();
        json.writeStringProperty("text", element);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString(StandardCharsets.UTF_8) + "\n";
  }
}

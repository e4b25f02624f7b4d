package dev.touchstone.batch.directory;

import dev.touchstone.domain.tier.PolicyVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The manifest as JSON, laid out for people (formats.md, Feed). */
final class FeedManifestJson {

  private static final int FEED_VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private FeedManifestJson() {}

  static byte[] write(FeedManifest manifest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(new Layout(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("feedVersion", FEED_VERSION);
      json.writeStringProperty("date", manifest.date().toString());
      json.writeStringProperty("policy", manifest.policy().policy());
      json.writeNumberProperty("policyVersion", manifest.policy().version());
      json.writeArrayPropertyStart("files");
      write(manifest.partners(), json);
      write(manifest.changes(), json);
      json.writeEndArray();
      FeedManifest.Previous previous = manifest.previous();
      if (previous == null) {
        json.writeNullProperty("previous");
      } else {
        json.writeObjectPropertyStart("previous");
        json.writeStringProperty("date", previous.date().toString());
        json.writeStringProperty("sha256", previous.sha256());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toByteArray();
  }

  static FeedManifest read(byte[] bytes) throws IOException {
    try (JsonObjectReader reader = new JsonObjectReader(new ByteArrayInputStream(bytes))) {
      JsonObject manifest = reader.read();
      if (manifest == null || reader.read() != null) {
        throw new MalformedFeedException("it is not one object");
      }
      long version = manifest.getNumber("feedVersion");
      if (version != FEED_VERSION) {
        throw new MalformedFeedException("it has the unknown feedVersion " + version);
      }
      List<JsonObject> files = manifest.getList("files", JsonObject.class);
      if (files.size() != 2) {
        throw new MalformedFeedException("it names " + files.size() + " files instead of 2");
      }
      Optional<JsonObject> previous = manifest.findObject("previous");
      return new FeedManifest(
          manifest.getDate("date"),
          new PolicyVersion(manifest.getText("policy"), (int) manifest.getNumber("policyVersion")),
          readFile(files.get(0)),
          readFile(files.get(1)),
          previous.isEmpty()
              ? null
              : new FeedManifest.Previous(
                  previous.get().getDate("date"), previous.get().getText("sha256")));
    }
  }

  private static void write(FeedFile file, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    json.writeNumberProperty("rows", file.rows());
    json.writeNumberProperty("bytes", file.bytes());
    json.writeStringProperty("sha256", file.sha256());
    json.writeEndObject();
  }

  private static FeedFile readFile(JsonObject file) throws MalformedFeedException {
    String path = file.getText("path");
    if (!FeedFolder.isDataFile(path)) {
      throw new MalformedFeedException("\"" + path + "\" is no path of a feed's file");
    }
    return new FeedFile(
        path, file.getNumber("rows"), file.getNumber("bytes"), file.getText("sha256"));
  }

  /** Two spaces and {@code \n} on every platform, so that the bytes are the same. */
  private static final class Layout extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}

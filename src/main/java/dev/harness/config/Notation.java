package dev.harness.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** How a file is written. */
enum Notation {
  JSON,
  YAML;

  /** By its name: YAML but for {@code .json}, because YAML is JSON and more. */
  static Notation of(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
  }

  /** One whose messages do not quote the file. */
  JsonParser parser(byte[] text) throws IOException {
    JsonFactory factory = this == YAML ? new YAMLFactory() : new JsonFactory();
    return factory
        .rebuild()
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build()
        .createParser(text);
  }
}

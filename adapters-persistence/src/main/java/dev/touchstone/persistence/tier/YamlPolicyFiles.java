package dev.touchstone.persistence.tier;

import dev.touchstone.application.tier.PolicyFile;
import dev.touchstone.application.tier.port.out.PolicyFiles;
import dev.touchstone.persistence.program.YamlFile;
import dev.touchstone.persistence.program.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Policies in YAML, one version a file. */
public final class YamlPolicyFiles implements PolicyFiles {

  private static final String DEFAULT = "/dev/touchstone/defaults/policy-2010.yaml";

  @Override
  public PolicyFile read(Path file) {
    return parse(YamlFile.nameOf(file), YamlFile.readText(file));
  }

  @Override
  public PolicyFile read(String name, byte[] content) {
    return parse(name, YamlFile.decode(name, content));
  }

  @Override
  public PolicyFile readDefault() {
    return parse(YamlFile.nameOf(Path.of(DEFAULT)), YamlFile.readShippedText(DEFAULT));
  }

  private static PolicyFile parse(String name, String text) {
    YamlValue root = YamlFile.parse(name, text);
    Map<String, Integer> lines = new LinkedHashMap<>();
    root.entries().forEach((key, value) -> lines.put(key, value.line()));
    return new PolicyFile(name, text, PolicyYaml.read(root), lines);
  }
}

package dev.touchstone.persistence.catalog;

import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.persistence.program.YamlFile;
import dev.touchstone.persistence.program.YamlMapping;
import dev.touchstone.persistence.program.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalog from a YAML file (formats.md, Catalog and policy). */
public final class YamlCatalogs implements Catalogs {

  private static final String DEFAULT = "/dev/touchstone/defaults/catalog.yaml";

  private final Catalog catalog;

  private YamlCatalogs(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The catalog of a file. */
  public static YamlCatalogs of(Path file) {
    return new YamlCatalogs(read(YamlFile.read(file)));
  }

  /** The catalog that ships with the product. */
  public static YamlCatalogs ofDefault() {
    return new YamlCatalogs(read(YamlFile.readShipped(DEFAULT)));
  }

  @Override
  public Catalog getCatalog() {
    return catalog;
  }

  private static Catalog read(YamlValue file) {
    YamlMapping root = file.mapping();
    String name = root.get("catalog").text();
    int version = root.get("version").wholeNumber(1, Integer.MAX_VALUE);
    YamlValue specializations = root.get("specializations");
    root.end("catalog", "version", "specializations");
    List<Specialization> entries = new ArrayList<>();
    Set<SpecializationCode> codes = new HashSet<>();
    for (YamlValue value : specializations.list()) {
      entries.add(specialization(value, codes));
    }
    if (entries.isEmpty()) {
      throw specializations.error("must name one specialization or more");
    }
    return new Catalog(name, version, entries);
  }

  private static Specialization specialization(YamlValue value, Set<SpecializationCode> taken) {
    YamlMapping entry = value.mapping();
    YamlValue codeValue = entry.get("code");
    SpecializationCode code = new SpecializationCode(codeValue.text());
    if (!taken.add(code)) {
      throw codeValue.error("is " + code + ", which stands in the catalog before; keep one");
    }
    SpecializationKind kind = entry.get("kind").oneOf(SpecializationKind.class);
    Map<String, String> names = new HashMap<>();
    entry.get("name").entries().forEach((language, name) -> names.put(language, name.text()));
    Set<CertificationCode> accepts = new LinkedHashSet<>();
    for (YamlValue accepted : entry.get("accepts").list()) {
      if (!accepts.add(new CertificationCode(accepted.text()))) {
        throw accepted.error("stands twice; keep one");
      }
    }
    entry.end("code", "kind", "name", "accepts");
    return new Specialization(code, kind, names, accepts);
  }
}

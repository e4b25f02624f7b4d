package dev.touchstone.batch.sample;

import dev.touchstone.domain.text.Text;
import java.util.List;
import java.util.SplittableRandom;

/** Invented names; the cities are real. */
final class SampleWords {

  private static final List<String> TRADES =
      List.of(
          "Officina",
          "Ponte",
          "Lanterna",
          "Vela",
          "Sestante",
          "Telaio",
          "Mulino",
          "Faro",
          "Prisma",
          "Quadrante",
          "Ancora",
          "Torchio",
          "Meridiana",
          "Forgia",
          "Clessidra",
          "Nocchiero");
  private static final List<String> FIELDS =
      List.of("Sistemi", "Reti", "Informatica", "Servizi", "Dati", "Software", "Consulenza");
  private static final List<String> PLACES =
      List.of(
          "Valdorata",
          "Montelupaia",
          "Roccanova",
          "Pietralunga Alta",
          "Campolieto",
          "Fontespina",
          "Borgovivo",
          "Serrachiara",
          "Castelmiele",
          "Pianofiore",
          "Acquafredda Vecchia");
  private static final List<String> FORMS = List.of("S.r.l.", "S.p.A.", "S.n.c.", "S.a.s.");
  private static final List<String> FIRST_NAMES =
      List.of(
          "Ada", "Bruno", "Carla", "Dario", "Elsa", "Furio", "Gina", "Ivo", "Lia", "Marco", "Nora",
          "Osvaldo", "Paola", "Rino", "Silvia", "Tullio", "Niccolò", "Noè");
  private static final List<String> LAST_NAMES =
      List.of(
          "Altamura",
          "Bellafonte",
          "Casadoro",
          "Dellaquercia",
          "Fioravento",
          "Granaio",
          "Lungarno",
          "Montaperti",
          "Nevoso",
          "Oltremare",
          "Pratoverde",
          "Querceto",
          "Rivabella",
          "Sassovivo",
          "Tramontana",
          "Valcerchia");
  private static final List<String> CUSTOMERS =
      List.of(
          "Cartiera",
          "Pastificio",
          "Tessitura",
          "Vetreria",
          "Conserve",
          "Trasporti",
          "Ceramiche",
          "Caseificio",
          "Falegnameria",
          "Tipografia",
          "Cantina",
          "Molini");
  private static final List<String[]> CITIES =
      List.of(
          new String[] {"Roma", "RM"},
          new String[] {"Milano", "MI"},
          new String[] {"Torino", "TO"},
          new String[] {"Napoli", "NA"},
          new String[] {"Bologna", "BO"},
          new String[] {"Forlì", "FC"},
          new String[] {"Cantù", "CO"},
          new String[] {"Bari", "BA"},
          new String[] {"Palermo", "PA"},
          new String[] {"Cagliari", "CA"},
          new String[] {"L'Aquila", "AQ"},
          new String[] {"Trento", "TN"},
          new String[] {"Venezia", "VE"},
          new String[] {"Genova", "GE"},
          new String[] {"Firenze", "FI"});

  private SampleWords() {}

  static String company(SplittableRandom random) {
    return pick(TRADES, random)
        + " "
        + pick(FIELDS, random)
        + " "
        + pick(PLACES, random)
        + " "
        + pick(FORMS, random);
  }

  static String customer(SplittableRandom random) {
    return pick(CUSTOMERS, random) + " " + pick(PLACES, random) + " " + pick(FORMS, random);
  }

  static String person(SplittableRandom random) {
    return pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
  }

  /** A city and its province. */
  static String[] city(SplittableRandom random) {
    return CITIES.get(random.nextInt(CITIES.size()));
  }

  /** A name as it stands in an address. */
  static String slug(String name) {
    return Text.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  static <T> T pick(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}

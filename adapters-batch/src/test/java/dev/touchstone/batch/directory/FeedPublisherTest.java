package dev.touchstone.batch.directory;

import static dev.touchstone.batch.directory.ListingBuilder.aListing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.directory.ChangedListing;
import dev.touchstone.batch.step.StillOwner;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.Listing;
import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPublisherTest {

  private static final StillOwner STILL_OWNER = () -> {};

  private static final LocalDate DAY = LocalDate.of(2010, 11, 2);
  private static final LocalDate NEXT_DAY = DAY.plusDays(1);
  private static final PolicyVersion POLICY = new PolicyVersion("partner-network", 1);
  private static final Ladder LADDER =
      new Ladder(Stream.of("REGISTERED", "SUBSCRIBER", "SILVER", "GOLD").map(Tier::new).toList());

  private static final Offer ITALIAN =
      new Offer(
          OfferId.ofNumber(1),
          new OfferContent(
              new OfferText("Gestionale", "Su \"misura\""),
              null,
              List.of(new SpecializationCode("ERP"), new SpecializationCode("CRM")),
              List.of("TO", "MI")));
  private static final Offer BOTH =
      new Offer(
          OfferId.ofNumber(2),
          new OfferContent(
              new OfferText("Aiuto", "Sempre"),
              new OfferText("Help", "Always"),
              List.of(new SpecializationCode("CRM")),
              List.of("ALL")));

  @TempDir Path temp;
  private Path folder;
  private FeedOnDisk feed;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("feed");
    feed = new FeedOnDisk(folder);
  }

  @Test
  void writesKeysInTheOrderOfTheFormat() throws IOException {
    publish(
        DAY,
        aListing("P1")
            .withName("Società \"Alfa\"")
            .withLegacy()
            .withCity("Roma")
            .withWebsite("https://alfa.example")
            .withCompetencies("CRM", "UC")
            .build(),
        aListing("P2").withTier("REGISTERED").build());

    assertThat(feed.partners())
        .isEqualTo(
            """
            {"partnerId":"P1","name":"Società \\"Alfa\\"","tier":"SILVER",\
            "tierSince":"2010-10-30","legacy":true,"city":"Roma","province":"RM","country":"IT",\
            "website":"https://alfa.example","competencies":["CRM","UC"],"offers":[]}
            {"partnerId":"P2","name":"Rossi S.r.l.","tier":"REGISTERED",\
            "tierSince":"2010-10-30","city":null,"province":null,"country":null,\
            "website":null,"competencies":[],"offers":[]}
            """);
  }

  @Test
  void writesOffersWithoutTheKeysTheyLack() throws IOException {
    publish(DAY, aListing("P1").withOffers(ITALIAN, BOTH).build());

    assertThat(feed.partners())
        .endsWith(
            """
            "competencies":[],"offers":[\
            {"offerId":"O-000000001","titleIt":"Gestionale","textIt":"Su \\"misura\\"",\
            "specializations":["CRM","ERP"],"provinces":["MI","TO"]},\
            {"offerId":"O-000000002","titleIt":"Aiuto","titleEn":"Help","textIt":"Sempre",\
            "textEn":"Always","specializations":["CRM"],"provinces":["ALL"]}]}
            """);
  }

  @Test
  void tellsAChangeOfOffersAsAnUpdate() throws IOException {
    publish(DAY, aListing("P1").withOffers(ITALIAN).build(), aListing("P2").build());
    publish(NEXT_DAY, aListing("P1").withOffers(ITALIAN).build(), aListing("P2").build());
    assertThat(feed.changes()).isEmpty();

    publish(NEXT_DAY.plusDays(1), aListing("P1").build(), aListing("P2").withOffers(BOTH).build());
    assertThat(feed.changes())
        .isEqualTo(
            """
            {"partnerId":"P1","change":"UPDATED","from":"SILVER","to":"SILVER"}
            {"partnerId":"P2","change":"UPDATED","from":"SILVER","to":"SILVER"}
            """);
  }

  @Test
  void namesNoKeyButThoseAllowed() throws IOException {
    publish(
        DAY,
        aListing("P1").withLegacy().withCity("Roma").withWebsite("w").withOffers(BOTH).build());
    publish(NEXT_DAY, aListing("P1").withTier("GOLD").build());

    assertThat(keysOf(feed.text("2010-11-02/partners.ndjson.gz")))
        .isEqualTo(
            Set.of(
                "partnerId",
                "name",
                "tier",
                "tierSince",
                "legacy",
                "city",
                "province",
                "country",
                "website",
                "competencies",
                "offers",
                "offerId",
                "titleIt",
                "titleEn",
                "textIt",
                "textEn",
                "specializations",
                "provinces"));
    assertThat(keysOf(feed.changes())).isEqualTo(Set.of("partnerId", "change", "from", "to"));
    assertThat(keysOf(feed.manifest()))
        .isEqualTo(
            Set.of(
                "feedVersion",
                "date",
                "policy",
                "policyVersion",
                "files",
                "path",
                "rows",
                "bytes",
                "sha256",
                "previous"));
  }

  @Test
  void describesItsFilesInTheManifest() throws Exception {
    Publication first = publish(DAY, aListing("P1").build(), aListing("P2").build());
    String firstManifest = sha256(feed.bytes("manifest.json"));
    Publication second = publish(NEXT_DAY, aListing("P2").build());

    byte[] partners = feed.bytes("2010-11-03/partners.ndjson.gz");
    byte[] changes = feed.bytes("2010-11-03/changes.ndjson.gz");
    assertThat(feed.manifest())
        .isEqualTo(
            """
            {
              "feedVersion" : 1,
              "date" : "2010-11-03",
              "policy" : "partner-network",
              "policyVersion" : 1,
              "files" : [
                {
                  "path" : "2010-11-03/partners.ndjson.gz",
                  "rows" : 1,
                  "bytes" : %d,
                  "sha256" : "%s"
                },
                {
                  "path" : "2010-11-03/changes.ndjson.gz",
                  "rows" : 1,
                  "bytes" : %d,
                  "sha256" : "%s"
                }
              ],
              "previous" : {
                "date" : "2010-11-02",
                "sha256" : "%s"
              }
            }
            """
                .formatted(
                    partners.length,
                    sha256(partners),
                    changes.length,
                    sha256(changes),
                    firstManifest));
    assertThat(first).isEqualTo(new Publication(2, 2, true, firstManifest));
    assertThat(second).isEqualTo(new Publication(1, 1, true, sha256(feed.bytes("manifest.json"))));
  }

  @Test
  void addsEveryPartnerAtFirst() throws IOException {
    publish(DAY, aListing("P1").build(), aListing("P2").withTier("GOLD").build());

    assertThat(feed.changes())
        .isEqualTo(
            """
            {"partnerId":"P1","change":"ADDED","from":null,"to":"SILVER"}
            {"partnerId":"P2","change":"ADDED","from":null,"to":"GOLD"}
            """);
    assertThat(feed.manifest()).contains("\"previous\" : null");
  }

  @Test
  void tellsEveryKindOfChangeOnceAPartner() throws IOException {
    publish(
        DAY,
        aListing("B").withTier("GOLD").build(),
        aListing("C").build(),
        aListing("D").build(),
        aListing("E").withTier("GOLD").build(),
        aListing("F").build(),
        aListing("Z").build());
    publish(
        NEXT_DAY,
        aListing("A").build(),
        aListing("C").withTier("GOLD").withName("New").build(),
        aListing("D").build(),
        aListing("E").withTier("SUBSCRIBER").build(),
        aListing("F").withCity("Bari").build(),
        aListing("G").build());

    assertThat(feed.changes())
        .isEqualTo(
            """
            {"partnerId":"A","change":"ADDED","from":null,"to":"SILVER"}
            {"partnerId":"B","change":"REMOVED","from":"GOLD","to":null}
            {"partnerId":"C","change":"PROMOTED","from":"SILVER","to":"GOLD"}
            {"partnerId":"E","change":"DEMOTED","from":"GOLD","to":"SUBSCRIBER"}
            {"partnerId":"F","change":"UPDATED","from":"SILVER","to":"SILVER"}
            {"partnerId":"G","change":"ADDED","from":null,"to":"SILVER"}
            {"partnerId":"Z","change":"REMOVED","from":"SILVER","to":null}
            """);
  }

  @Test
  void callsItUpdatedWhereTheTierBeforeIsOffTheLadder() throws IOException {
    publish(DAY, aListing("P1").withTier("PLATINUM").build());
    publish(NEXT_DAY, aListing("P1").withTier("GOLD").build());

    assertThat(feed.changes())
        .isEqualTo(
            """
            {"partnerId":"P1","change":"UPDATED","from":"PLATINUM","to":"GOLD"}
            """);
  }

  @Test
  void readsBackEveryTextItWrote() throws IOException {
    Listing odd =
        aListing("P\uFFFD")
            .withName("\"\\\n\t\u0001\u2028è€𝄞")
            .withCity("")
            .withLegacy()
            .withWebsite("w")
            .withCompetencies("CRM", "UC")
            .build();
    Listing beyondTheBasicPlane = aListing("P\uD834\uDD1E").build();
    publish(DAY, odd, beyondTheBasicPlane);
    Publication next = publish(NEXT_DAY, odd, beyondTheBasicPlane);

    assertThat(next.rows()).isEqualTo(2);
    assertThat(feed.changes()).isEmpty();
  }

  @Test
  void agreesWithAComparisonInMemory() throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      folder = temp.resolve("feed-" + seed);
      feed = new FeedOnDisk(folder);
      Map<String, String> before = randomTiers(random);
      Map<String, String> now = randomTiers(random);
      publish(DAY, listings(before));
      publish(NEXT_DAY, listings(now));

      assertThat(feed.changes()).as("seed %d", seed).isEqualTo(expectedChanges(before, now));
    }
  }

  @Test
  void writesTheSameFilesWhereItIsToldOnlyWhatMayHaveChanged() throws IOException {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      Map<String, String> before = randomTiers(random);
      Map<String, String> now = random.nextInt(4) == 0 ? before : randomTiers(random);
      int more = random.nextInt(3);
      Map<String, @Nullable Listing> changed = new TreeMap<>();
      for (int i = 0; i < 10; i++) {
        String id = "P" + i;
        // More partners are told than have changed, listed or not.
        if (!Objects.equals(before.get(id), now.get(id)) || random.nextInt(3) < more) {
          String tier = now.get(id);
          changed.put(id, tier == null ? null : aListing(id).withTier(tier).build());
        }
      }
      nameFolderOf("all-" + seed, NEXT_DAY);
      publish(DAY, listings(before));
      Publication all = publish(NEXT_DAY, listings(now));
      Map<String, String> files = feed.files();

      nameFolderOf("changed-" + seed, NEXT_DAY);
      Publication first = publish(DAY, listings(before));
      Publication second = publishChanged(NEXT_DAY, first.manifestSha256(), changed);

      assertThat(feed.files()).as("seed %d", seed).isEqualTo(files);
      assertThat(second).as("seed %d", seed).isEqualTo(all);
    }
  }

  @Test
  void readsAllListingsWhereThePublicationIsNotKnown() throws IOException {
    publish(DAY, aListing("P1").build());

    assertThatThrownBy(() -> publishChanged(NEXT_DAY, "of another manifest", Map.of()))
        .hasMessage("All listings are asked for");
  }

  @Test
  void takesPublishedLinesOverHoweverLongTheyAre() throws IOException {
    Listing[] listings = new Listing[300];
    Random random = new Random(5);
    for (int i = 0; i < listings.length; i++) {
      String name = "N".repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 100_000 : 1_000));
      listings[i] = aListing(String.format("P%03d", i)).withName(name).build();
    }
    Publication first = publish(DAY, listings);
    String partners = feed.partners();
    Map<String, @Nullable Listing> changed = new TreeMap<>();
    changed.put("P150", aListing("P150").withName("new").build());
    publishChanged(NEXT_DAY, first.manifestSha256(), changed);

    assertThat(feed.partners())
        .isEqualTo(
            partners.replace("\"" + listings[150].name() + "\",\"tier\"", "\"new\",\"tier\""));
    assertThat(feed.changes()).hasLineCount(1);
  }

  @Test
  void givesTheSameBytesInAnotherFolder() throws IOException {
    publish(DAY, aListing("P1").build(), aListing("P2").build());
    publish(NEXT_DAY, aListing("P2").withTier("GOLD").build());
    Map<String, String> here = feed.files();
    folder = temp.resolve("elsewhere");
    publish(DAY, aListing("P1").build(), aListing("P2").build());
    publish(NEXT_DAY, aListing("P2").withTier("GOLD").build());

    assertThat(new FeedOnDisk(folder).files()).isEqualTo(here);
  }

  @Test
  void replacesNothingWhenItSaysTheSame() throws IOException {
    publish(DAY, aListing("P0").build());
    Publication first = publish(NEXT_DAY, aListing("P1").build());
    Map<String, String> before = feed.files();
    Publication again = publish(NEXT_DAY, aListing("P1").build());

    assertThat(again).isEqualTo(new Publication(1, 2, false, first.manifestSha256()));
    assertThat(feed.files()).isEqualTo(before);
  }

  @Test
  void publishesAnewUnderAnotherPolicyVersion() throws IOException {
    publish(DAY, aListing("P1").build());
    Publication again =
        new FeedPublisher()
            .publish(
                folder,
                DAY,
                new PolicyVersion("partner-network", 2),
                LADDER,
                List.of(aListing("P1").build())::forEach,
                STILL_OWNER);

    assertThat(again.replaced()).isTrue();
    assertThat(again.changes()).isZero();
    assertThat(feed.manifest()).contains("\"policyVersion\" : 2");
  }

  @Test
  void leavesTheFilesInForceWhenADateIsPublishedAgain() throws IOException {
    publish(DAY, aListing("P1").build());
    Map<String, String> first = feed.files();
    publish(DAY, aListing("P1").withTier("GOLD").build());

    assertThat(feed.namedPaths())
        .containsExactly(
            "2010-11-02/run-2/partners.ndjson.gz", "2010-11-02/run-2/changes.ndjson.gz");
    assertThat(feed.changes()).contains("PROMOTED");
    first.remove("manifest.json");
    assertThat(feed.files()).containsAllEntriesOf(first);
  }

  @Test
  void neverTouchesAFileThatWasPublishedHoweverOftenADateIs() throws IOException {
    String[] tiers = {"GOLD", "SILVER", "SUBSCRIBER", "REGISTERED", "GOLD"};
    publish(DAY, aListing("P1").build());
    for (String tier : tiers) {
      Map<String, String> published = feed.files();
      published.remove("manifest.json");
      publish(DAY, aListing("P1").withTier(tier).withName("In " + tier).build());

      assertThat(feed.files()).containsAllEntriesOf(published);
      assertThat(feed.partners()).contains("In " + tier);
    }
  }

  @Test
  void leavesTheFeedWholeWhenTheListingsBreakOff() throws IOException {
    publish(DAY, aListing("P1").build());
    Map<String, String> before = feed.files();
    IllegalStateException broken = new IllegalStateException("The database went away");

    assertThatThrownBy(
            () ->
                new FeedPublisher()
                    .publish(
                        folder,
                        NEXT_DAY,
                        POLICY,
                        LADDER,
                        consumer -> {
                          consumer.accept(aListing("P0").build());
                          throw broken;
                        },
                        STILL_OWNER))
        .isSameAs(broken);
    assertThat(feed.files()).isEqualTo(before);
  }

  @Test
  void replacesNothingOnceAnotherHasTakenOverRightBeforeTheManifest() throws IOException {
    publish(DAY, aListing("P1").build());
    Map<String, String> before = feed.files();
    IllegalStateException takenOver = new IllegalStateException("Another has taken over");
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                new FeedPublisher()
                    .publish(
                        folder,
                        NEXT_DAY,
                        POLICY,
                        LADDER,
                        List.of(aListing("P1").withTier("GOLD").build())::forEach,
                        () -> {
                          if (looks.incrementAndGet() == 2) {
                            throw takenOver;
                          }
                        }))
        .isSameAs(takenOver);
    assertThat(feed.files()).containsAllEntriesOf(before);
    assertThat(feed.manifest()).contains(DAY.toString());
  }

  @Test
  void clearsUpWhatACrashLeft() throws IOException {
    publish(DAY, aListing("P1").build());
    Files.createDirectories(folder.resolve("2010-11-03"));
    Files.writeString(folder.resolve("2010-11-03/partners.ndjson.gz"), "half a file");
    Files.writeString(folder.resolve("partners.ndjson.gz.partial"), "half a file");
    Files.writeString(folder.resolve("changes.ndjson.gz.partial"), "half a file");
    Files.writeString(folder.resolve("manifest.json.partial"), "half a file");
    publish(NEXT_DAY, aListing("P1").build());

    assertThat(feed.namedPaths())
        .containsExactly("2010-11-03/partners.ndjson.gz", "2010-11-03/changes.ndjson.gz");
    assertThat(feed.partners()).contains("P1");
    assertThat(feed.files().keySet())
        .containsExactly(
            "2010-11-02/changes.ndjson.gz",
            "2010-11-02/partners.ndjson.gz",
            "2010-11-03/changes.ndjson.gz",
            "2010-11-03/partners.ndjson.gz",
            "manifest.json");
  }

  @Test
  void endsTheSameWhereverTheRunBeforeDied() throws Exception {
    for (LocalDate date : List.of(NEXT_DAY, DAY)) {
      nameFolderOf("whole", date);
      publish(DAY, aListing("P1").build());
      Map<String, String> before = feed.files();
      publish(date, aListing("P1").withTier("GOLD").build(), aListing("P2").build());
      Map<String, String> whole = feed.files();
      List<String> steps = new ArrayList<>(feed.namedPaths());
      steps.add("manifest.json");

      for (int done = 0; done <= 2 * steps.size(); done++) {
        nameFolderOf("died-after-" + done, date);
        restore(before);
        // First all files are written aside, then each is moved to its place.
        for (int i = 0; i < Math.min(done, steps.size()); i++) {
          String path = steps.get(i);
          boolean moved = i < done - steps.size();
          String name = path.substring(path.lastIndexOf('/') + 1);
          restore(Map.of(moved ? path : name + ".partial", whole.get(path)));
        }
        assertReadersFindAWholeNight();

        Publication again =
            publish(date, aListing("P1").withTier("GOLD").build(), aListing("P2").build());
        assertThat(feed.files()).as("died after %d steps of %s", done, date).isEqualTo(whole);
        assertThat(again.replaced()).isEqualTo(done < 2 * steps.size());
        assertThat(again.changes()).isEqualTo(2);
      }
    }
  }

  @Test
  void statesNeitherTimeNorSystemInTheCompressedFiles() throws IOException {
    publish(DAY, aListing("P1").build());
    byte[] header = Arrays.copyOf(feed.bytes("2010-11-02/partners.ndjson.gz"), 10);

    assertThat(header).isEqualTo(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
  }

  @Test
  void keepsTheFeedWhenTheDatesFolderCannotBeMade() throws IOException {
    publish(DAY, aListing("P1").build());
    Files.writeString(folder.resolve("2010-11-03"), "a file in the folder's place");
    Map<String, String> before = feed.files();

    assertThatThrownBy(() -> publish(NEXT_DAY, aListing("P2").build()))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("2010-11-03")
        .hasMessageContaining("run the night again");
    assertThat(feed.files()).isEqualTo(before);
  }

  @Test
  void refusesWhenAPublishedFileIsDamaged() throws IOException {
    for (String path : List.of("2010-11-02/partners.ndjson.gz", "2010-11-02/changes.ndjson.gz")) {
      publish(DAY, aListing("P1").build());
      byte[] whole = feed.bytes(path);
      byte[] damaged = whole.clone();
      damaged[damaged.length / 2] ^= 1;
      Files.write(folder.resolve(path), damaged);
      assertRefusedAsDamaged(path + " has another sha256 than manifest.json says");

      Files.delete(folder.resolve(path));
      assertRefusedAsDamaged(path + " is missing");
      Files.write(folder.resolve(path), whole);
    }
  }

  @Test
  void namesThePublishedFileThatCannotBeCopied() throws IOException {
    publish(DAY, aListing("P1").build());
    Path partners = folder.resolve("2010-11-02/partners.ndjson.gz");
    ListingSource nothingNew =
        new ListingSource() {
          @Override
          public void forEach(Consumer<Listing> consumer) {
            throw new IllegalStateException("All listings are asked for");
          }

          @Override
          public boolean forEachChanged(String manifest, Consumer<ChangedListing> consumer) {
            assertThatCode(() -> Files.delete(partners)).doesNotThrowAnyException();
            return true;
          }
        };

    assertThatThrownBy(
            () ->
                new FeedPublisher()
                    .publish(folder, NEXT_DAY, POLICY, LADDER, nothingNew, STILL_OWNER))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("is damaged: 2010-11-02/partners.ndjson.gz cannot be read")
        .hasMessageNotContaining("cannot be written");
    assertThat(feed.manifest()).contains("\"date\" : \"2010-11-02\"");
  }

  @Test
  void refusesWhenTheManifestIsDamaged() throws IOException {
    publish(DAY, aListing("P1").build());
    String whole = feed.manifest();
    Map<String, String> damages =
        Map.of(
            "",
            "is not one object",
            whole.substring(0, whole.length() / 2),
            "no valid JSON",
            whole + whole,
            "is not one object",
            whole.replace("\"feedVersion\" : 1", "\"feedVersion\" : 2"),
            "unknown feedVersion 2",
            whole.replace("2010-11-02/partners", "../partners"),
            "\"../partners.ndjson.gz\" is no path of a feed's file",
            whole.replace("\"date\" : \"2010-11-02\"", "\"date\" : \"yesterday\""),
            "\"date\" is no date",
            whole.replace("\"policyVersion\" : 1", "\"policyVersion\" : \"1\""),
            "\"policyVersion\" is no whole number",
            whole.replace("\"sha256\"", "\"md5\""),
            "\"sha256\" is missing");
    for (Map.Entry<String, String> damage : damages.entrySet()) {
      Files.writeString(folder.resolve("manifest.json"), damage.getKey());
      assertRefusedAsDamaged(damage.getValue());
    }
  }

  @Test
  void refusesAPublishedLineItCannotUnderstand() throws Exception {
    publish(DAY, aListing("P1").build());
    byte[] before = feed.bytes("2010-11-02/partners.ndjson.gz");
    Path file = folder.resolve("2010-11-02/partners.ndjson.gz");
    FeedFileWriter.Written written;
    try (FeedFileWriter writer = new FeedFileWriter(file)) {
      JsonLine line = new JsonLine();
      line.begin();
      line.write("partnerId", "P1");
      line.end();
      writer.write(line);
      written = writer.finish();
    }
    Files.writeString(
        folder.resolve("manifest.json"), feed.manifest().replace(sha256(before), written.sha256()));

    assertRefusedAsDamaged("2010-11-02/partners.ndjson.gz cannot be used, \"name\" is missing");
  }

  @Test
  void startsAnewWhenTheManifestWasMovedAway() throws IOException {
    publish(DAY, aListing("P1").build());
    Files.delete(folder.resolve("manifest.json"));
    publish(NEXT_DAY, aListing("P1").build());

    assertThat(feed.changes()).contains("ADDED");
    assertThat(feed.manifest()).contains("\"previous\" : null");
  }

  @Test
  void refusesListingsOutOfOrder() {
    assertThatThrownBy(() -> publish(DAY, aListing("P2").build(), aListing("P1").build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Listing P1 comes after P2");
    assertThatThrownBy(() -> publish(DAY, aListing("P1").build(), aListing("P1").build()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void publishesAProgramWithoutPartners() throws IOException {
    Publication publication = publish(DAY);

    assertThat(publication.rows()).isZero();
    assertThat(feed.partners()).isEmpty();
    assertThat(publish(DAY).replaced()).isFalse();
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Files.writeString(folder, "a file");

    assertThatThrownBy(() -> publish(DAY, aListing("P1").build()))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("The feed cannot be written to " + folder)
        .hasMessageContaining("Give a folder that can be written");
    assertThat(folder).hasContent("a file");
  }

  @Test
  void createsTheFolderAndLeavesNothingInItWhenItIsChecked() {
    FeedPublisher.checkWritable(folder.resolve("deeper"));

    assertThat(folder.resolve("deeper")).isEmptyDirectory();
  }

  @Test
  void writesThroughALinkToAFolder() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Files.createSymbolicLink(folder, real);
    publish(DAY, aListing("P1").build());

    assertThat(real.resolve("manifest.json")).exists();
  }

  private Publication publish(LocalDate date, Listing... listings) {
    return new FeedPublisher()
        .publish(folder, date, POLICY, LADDER, List.of(listings)::forEach, STILL_OWNER);
  }

  private Publication publishChanged(
      LocalDate date, String manifestSha256, Map<String, @Nullable Listing> changed) {
    ListingSource source =
        new ListingSource() {
          @Override
          public void forEach(Consumer<Listing> consumer) {
            throw new IllegalStateException("All listings are asked for");
          }

          @Override
          public boolean forEachChanged(String manifest, Consumer<ChangedListing> consumer) {
            if (!manifest.equals(manifestSha256)) {
              return false;
            }
            changed.forEach(
                (id, listing) -> consumer.accept(new ChangedListing(new PartnerId(id), listing)));
            return true;
          }
        };
    return new FeedPublisher().publish(folder, date, POLICY, LADDER, source, STILL_OWNER);
  }

  private void nameFolderOf(String what, LocalDate date) {
    folder = temp.resolve(what + "-" + date);
    feed = new FeedOnDisk(folder);
  }

  private void restore(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void assertReadersFindAWholeNight() throws Exception {
    for (String path : feed.namedPaths()) {
      assertThat(feed.manifest()).contains(sha256(feed.bytes(path)));
    }
  }

  private void assertRefusedAsDamaged(String fault) {
    Map<String, String> before = filesOf(folder);
    assertThatThrownBy(() -> publish(NEXT_DAY, aListing("P2").build()))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("is damaged: ")
        .hasMessageContaining(fault)
        .hasMessageContaining("move its manifest.json away");
    assertThat(filesOf(folder)).isEqualTo(before);
  }

  private static Map<String, String> filesOf(Path folder) {
    try {
      return new FeedOnDisk(folder).files();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keysOf(String json) {
    Set<String> keys = new TreeSet<>();
    Matcher matcher = Pattern.compile("\"(\\w+)\" ?:").matcher(json);
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Map<String, String> randomTiers(Random random) {
    Map<String, String> tiers = new TreeMap<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      Tier tier = LADDER.tiers().get(random.nextInt(LADDER.tiers().size()));
      tiers.put("P" + random.nextInt(10), tier.name());
    }
    return tiers;
  }

  private static Listing[] listings(Map<String, String> tiers) {
    return tiers.entrySet().stream()
        .map(entry -> aListing(entry.getKey()).withTier(entry.getValue()).build())
        .toArray(Listing[]::new);
  }

  private static String expectedChanges(Map<String, String> before, Map<String, String> now) {
    Set<String> partners = new TreeSet<>(before.keySet());
    partners.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String partner : partners) {
      String from = before.get(partner);
      String to = now.get(partner);
      if (from != null && from.equals(to)) {
        continue;
      }
      String change =
          from == null
              ? "ADDED"
              : to == null
                  ? "REMOVED"
                  : LADDER.compare(new Tier(to), new Tier(from)) > 0 ? "PROMOTED" : "DEMOTED";
      lines.add(
          "{\"partnerId\":\"%s\",\"change\":\"%s\",\"from\":%s,\"to\":%s}\n"
              .formatted(partner, change, quoted(from), quoted(to)));
    }
    return String.join("", lines);
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}

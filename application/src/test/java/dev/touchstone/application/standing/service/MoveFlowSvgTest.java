package dev.touchstone.application.standing.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.PolicyTrial.Move;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class MoveFlowSvgTest {

  private static final Tier LOW = new Tier("LOW");
  private static final Tier HIGH = new Tier("R&D <HIGH>");

  @Test
  void drawsABandForEachMoveAsWideAsThereArePartners() throws Exception {
    Document picture =
        draw(List.of(new Move(LOW, LOW, 60), new Move(LOW, HIGH, 10), new Move(HIGH, LOW, 30)));

    assertThat(titlesOfBands(picture))
        .containsExactly("R&D <HIGH> to LOW: 30", "LOW to R&D <HIGH>: 10", "LOW to LOW: 60");
    // Behind the background: at the left what is held now, at the right what would be.
    assertThat(heights(picture)).containsExactly(132.0, 308.0, 44.0, 396.0);
  }

  @Test
  void labelsTheTiersOfEachSideWithTheirPartners() throws Exception {
    assertThat(texts(draw(List.of(new Move(HIGH, LOW, 3), new Move(null, HIGH, 2))), "text"))
        .containsExactly(
            "no policy",
            "candidate version 2",
            "R&D <HIGH> 3",
            "no tier 2",
            "R&D <HIGH> 2",
            "LOW 3");
  }

  @Test
  void saysInWordsWhatItShows() throws Exception {
    Document picture = draw(List.of(new Move(HIGH, LOW, 3), new Move(LOW, LOW, 1)));

    assertThat(texts(picture, "desc")).containsExactly("R&D <HIGH> to LOW: 3. LOW to LOW: 1.");
    assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(picture.getDocumentElement().getAttribute("aria-labelledby"))
        .isEqualTo("moves-title moves-desc");
  }

  @Test
  void drawsNobodyWithoutABand() throws Exception {
    assertThat(draw(List.of()).getElementsByTagName("path").getLength()).isZero();
  }

  private static Document draw(List<Move> displayed) throws Exception {
    String svg =
        MoveFlowSvg.of(
            new PolicyTrial(
                null,
                new PolicyVersion("candidate", 2),
                new Ladder(List.of(LOW, HIGH)),
                displayed.stream().mapToLong(Move::partners).sum(),
                List.of(),
                displayed,
                List.of()));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> titlesOfBands(Document picture) {
    List<String> titles = texts(picture, "title");
    return titles.subList(1, titles.size());
  }

  private static List<Double> heights(Document picture) {
    NodeList boxes = picture.getElementsByTagName("rect");
    List<Double> heights = new ArrayList<>();
    for (int i = 1; i < boxes.getLength(); i++) {
      heights.add(Double.valueOf(((Element) boxes.item(i)).getAttribute("height")));
    }
    return heights;
  }

  private static List<String> texts(Document picture, String element) {
    NodeList found = picture.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}

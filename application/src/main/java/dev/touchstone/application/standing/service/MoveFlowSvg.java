package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.PolicyTrial.Move;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The moves of displayed tiers as a flow picture: at the left the tiers now, at the right those
 * under the candidate, between them a band for each move, as wide as there are partners. It is a
 * picture of its own, without scripts, and the same trial gives the same bytes.
 */
public final class MoveFlowSvg {

  private static final double WIDTH = 860;
  private static final double TOP = 70;
  private static final double FLOW = 440;
  private static final double GAP = 18;
  private static final double LEFT = 200;
  private static final double RIGHT = WIDTH - 200;
  private static final double NODE = 16;
  private static final double MIDDLE = (LEFT + RIGHT) / 2;

  private final PolicyTrial trial;
  private final List<@Nullable Tier> rows;
  private final double perPartner;
  private final StringBuilder svg = new StringBuilder();

  private MoveFlowSvg(PolicyTrial trial) {
    this.trial = trial;
    List<@Nullable Tier> highestFirst = new ArrayList<>(trial.ladder().tiers());
    Collections.reverse(highestFirst);
    highestFirst.add(null);
    this.rows = highestFirst;
    this.perPartner = FLOW / Math.max(1, trial.partners());
  }

  /** The picture of a trial. */
  public static String of(PolicyTrial trial) {
    return new MoveFlowSvg(trial).draw();
  }

  private String draw() {
    double height = TOP + FLOW + GAP * rows.size() + 30;
    String now = trial.now() == null ? "no policy" : trial.now().toString();
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\""
            + " aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"14\">",
        number(WIDTH), number(height));
    line("<title id=\"title\">Displayed tiers under %s and %s</title>", text(now), candidate());
    line("<desc id=\"desc\">%s</desc>", text(describe()));
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    heading(LEFT, now);
    heading(RIGHT, trial.candidate().toString());
    List<Node> left = nodes(LEFT - NODE, Move::from);
    List<Node> right = nodes(RIGHT, Move::to);
    double[] leftAt = left.stream().mapToDouble(Node::top).toArray();
    double[] rightAt = right.stream().mapToDouble(Node::top).toArray();
    for (int from = 0; from < rows.size(); from++) {
      for (int to = 0; to < rows.size(); to++) {
        long partners = count(rows.get(from), rows.get(to));
        if (partners > 0) {
          double size = partners * perPartner;
          band(leftAt[from], rightAt[to], size, from, to, partners);
          leftAt[from] += size;
          rightAt[to] += size;
        }
      }
    }
    left.forEach(node -> node(node, true));
    right.forEach(node -> node(node, false));
    line("</svg>");
    return svg.toString();
  }

  private record Node(@Nullable Tier tier, double x, double top, long partners) {}

  private List<Node> nodes(double x, Function<Move, @Nullable Tier> side) {
    List<Node> nodes = new ArrayList<>();
    double top = TOP;
    for (Tier tier : rows) {
      long partners =
          trial.displayed().stream()
              .filter(move -> Objects.equals(side.apply(move), tier))
              .mapToLong(Move::partners)
              .sum();
      nodes.add(new Node(tier, x, top, partners));
      top += partners * perPartner + GAP;
    }
    return nodes;
  }

  private long count(@Nullable Tier from, @Nullable Tier to) {
    return trial.displayed().stream()
        .filter(move -> Objects.equals(move.from(), from) && Objects.equals(move.to(), to))
        .mapToLong(Move::partners)
        .sum();
  }

  private void heading(double x, String words) {
    line(
        "<text x=\"%s\" y=\"40\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>",
        number(x), text(words));
  }

  private void node(Node node, boolean isLeft) {
    if (node.partners() == 0) {
      return;
    }
    double size = node.partners() * perPartner;
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#333333\"/>",
        number(node.x()), number(node.top()), number(NODE), number(Math.max(1, size)));
    line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" dominant-baseline=\"middle\">%s %d</text>",
        number(isLeft ? node.x() - 8 : node.x() + NODE + 8),
        number(node.top() + size / 2),
        isLeft ? "end" : "start",
        text(nameOf(node.tier())),
        node.partners());
  }

  /** Rows are highest tier first, so a band that goes to a higher row is a demotion. */
  private void band(double from, double to, double size, int fromRow, int toRow, long partners) {
    String color = toRow == fromRow ? "#9aa5b1" : toRow < fromRow ? "#2f855a" : "#c05621";
    line(
        "<path d=\"M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ\" fill=\"%s\""
            + " fill-opacity=\"0.55\"><title>%s to %s: %d</title></path>",
        number(LEFT),
        number(from),
        number(MIDDLE),
        number(from),
        number(MIDDLE),
        number(to),
        number(RIGHT),
        number(to),
        number(to + size),
        number(MIDDLE),
        number(to + size),
        number(MIDDLE),
        number(from + size),
        number(LEFT),
        number(from + size),
        color,
        text(nameOf(rows.get(fromRow))),
        text(nameOf(rows.get(toRow))),
        partners);
  }

  private String describe() {
    StringBuilder words = new StringBuilder();
    for (Tier from : rows) {
      for (Tier to : rows) {
        long partners = count(from, to);
        if (partners > 0) {
          words.append(nameOf(from)).append(" to ").append(nameOf(to)).append(": ");
          words.append(partners).append(". ");
        }
      }
    }
    return words.toString().strip();
  }

  private String candidate() {
    return text(trial.candidate().toString());
  }

  private static String nameOf(@Nullable Tier tier) {
    return tier == null ? "no tier" : tier.name();
  }

  private static String number(double value) {
    String fixed = String.format(Locale.ROOT, "%.2f", value);
    return fixed.endsWith(".00") ? fixed.substring(0, fixed.length() - 3) : fixed;
  }

  private static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

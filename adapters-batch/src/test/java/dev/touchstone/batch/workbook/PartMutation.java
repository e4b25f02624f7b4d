package dev.touchstone.batch.workbook;

import dev.touchstone.batch.workbook.WorkbookParts.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;

/** One way to damage the parts of a workbook, each whole again in its own zip entry. */
enum PartMutation {
  REMOVE {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      if (parts.list.size() > 1) {
        parts.list.remove(part);
      }
    }
  },
  DUPLICATE {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      Part copied = parts.list.get(part);
      byte[] content =
          random.nextBoolean() ? copied.content() : parts.list.get(parts.some(random)).content();
      parts.list.add(parts.some(random), new Part(copied.name(), content));
    }
  },
  SWAP_CONTENTS {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      int other = parts.some(random);
      byte[] content = parts.list.get(part).content();
      parts.put(part, parts.list.get(other).content());
      parts.put(other, content);
    }
  },
  RENAME {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      Part old = parts.list.get(part);
      String name =
          switch (random.nextInt(8)) {
            case 0 -> old.name().toUpperCase(Locale.ROOT);
            case 1 -> "/" + old.name();
            case 2 -> "../" + old.name();
            case 3 -> old.name().replace('/', '\\');
            case 4 -> old.name() + "/";
            case 5 -> "xl//" + old.name() + "%00é ";
            case 6 -> "a/".repeat(5_000) + old.name();
            default -> "";
          };
      parts.list.set(part, new Part(name, old.content()));
    }
  },
  SHUFFLE {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      Collections.shuffle(parts.list, random);
    }
  },
  EMPTY {
    @Override
    void change(WorkbookParts parts, int part, Random random) {
      parts.put(part, new byte[0]);
    }
  },
  CUT {
    @Override
    byte[] change(byte[] content, Random random) {
      return Arrays.copyOf(content, random.nextInt(content.length + 1));
    }
  },
  FLIP_BYTES {
    @Override
    byte[] change(byte[] content, Random random) {
      byte[] changed = content.clone();
      for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      return changed;
    }
  },
  NEST_DEEP {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = xml.someTag(random);
      int depth = 1 << (3 + random.nextInt(13));
      String name = tag < 0 || random.nextBoolean() ? "x" : xml.nameAt(tag);
      String close = random.nextInt(4) == 0 ? "" : ("</" + name + ">").repeat(depth);
      return xml.replace(
          Math.max(tag, 0), Math.max(tag, 0), ("<" + name + ">").repeat(depth) + close);
    }
  },
  ENTITY_BOMB {
    @Override
    byte[] change(byte[] content, Random random) {
      StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"haha\">");
      for (int i = 1; i < 12; i++) {
        bomb.append("<!ENTITY e").append(i).append(" \"");
        bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
      }
      return withDoctype(content, bomb.append("]>").toString(), "&e11;", random);
    }
  },
  EXTERNAL_ENTITY {
    @Override
    byte[] change(byte[] content, Random random) {
      String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
      return withDoctype(content, doctype, "&e;", random);
    }
  },
  DECLARE_ENCODING {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      String encoding = pick(List.of("UTF-16", "ISO-8859-1", "UTF-7", "no-such", ""), random);
      String declaration = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
      return xml.replace(0, xml.behindDeclaration(), declaration);
    }
  },
  ENCODE_OTHERWISE {
    @Override
    byte[] change(byte[] content, Random random) {
      String text = new String(content, StandardCharsets.UTF_8);
      return switch (random.nextInt(4)) {
        case 0 -> text.getBytes(StandardCharsets.UTF_16);
        case 1 -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_16LE);
        case 2 -> ('\uFEFF' + text).getBytes(StandardCharsets.UTF_8);
        default -> text.getBytes(StandardCharsets.ISO_8859_1);
      };
    }
  },
  BREAK_UTF8 {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int text = xml.someText(random);
      int at = text >= 0 && random.nextBoolean() ? text : random.nextInt(content.length + 1);
      String bad =
          pick(
              List.of(
                  "\u00C3",
                  "\u00E2\u0082",
                  "\u00ED\u00A0\u0080",
                  "\u00FF",
                  "\0",
                  "\u00F0\u009F\u0098",
                  "\u00C0\u0080",
                  "\u00F4\u0090\u0080\u0080",
                  "\u001B"),
              random);
      return xml.replace(at, at, bad);
    }
  },
  HUGE_VALUE {
    @Override
    byte[] change(byte[] content, Random random) {
      return attribute(
          content,
          pick(
              List.of(
                  "1048577",
                  "2147483647",
                  "2147483648",
                  "4294967295",
                  "9223372036854775808",
                  "-1",
                  "0",
                  "1E308",
                  "XFD1048576",
                  "XFE1",
                  "ZZZZZZZ1",
                  "A99999999999",
                  "A1:XFD1048576",
                  "1:16384"),
              random),
          random);
    }
  },
  HUGE_COUNT {
    @Override
    byte[] change(byte[] content, Random random) {
      String count = pick(List.of("2147483647", "4000000000", "-5", "999999999999"), random);
      return Markup.bytes(
          Markup.of(content)
              .text()
              .replaceAll("\\b(count|uniqueCount)=\"\\d+\"", "$1=\"" + count + "\""));
    }
  },
  LONG_VALUE {
    @Override
    byte[] change(byte[] content, Random random) {
      return attribute(content, "9".repeat(1 << (8 + random.nextInt(13))), random);
    }
  },
  ODD_VALUE {
    @Override
    byte[] change(byte[] content, Random random) {
      return attribute(
          content,
          pick(
              List.of(
                  "",
                  "x",
                  "s",
                  "str",
                  "inlineStr",
                  "b",
                  "e",
                  "d",
                  "n",
                  "true",
                  "1",
                  "rId1",
                  "rId2",
                  "rId99",
                  "hidden",
                  "veryHidden",
                  "External",
                  "../../x",
                  "/xl/workbook.xml",
                  "http://[",
                  "%",
                  "&#x1F600;",
                  "&#0;",
                  "&lt;",
                  "7",
                  "44",
                  "FF00FF00"),
              random),
          random);
    }
  },
  REMOVE_ATTRIBUTE {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      Matcher found = xml.someAttribute(random);
      return found == null ? content : xml.replace(found.start(), found.end(), "");
    }
  },
  REPEAT_ATTRIBUTE {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      Matcher found = xml.someAttribute(random);
      return found == null ? content : xml.replace(found.start(), found.start(), found.group());
    }
  },
  RENAME_ELEMENT {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = xml.someTag(random);
      if (tag < 0) {
        return content;
      }
      String name =
          pick(List.of("x", "row", "c", "v", "is", "t", "r", "f", "sheet", "q:c"), random);
      String old = xml.nameAt(tag);
      if (random.nextBoolean()) {
        return Markup.bytes(
            xml.text()
                .replace("<" + old + ">", "<" + name + ">")
                .replace("<" + old + " ", "<" + name + " ")
                .replace("</" + old + ">", "</" + name + ">"));
      }
      return xml.replace(tag + 1, tag + 1 + old.length(), name);
    }
  },
  REMOVE_ELEMENT {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = xml.someTag(random);
      if (tag < 0) {
        return content;
      }
      int end = random.nextInt(4) == 0 ? xml.endOfTag(tag) : xml.endOfElement(tag);
      return xml.replace(tag, end, "");
    }
  },
  REPEAT_ELEMENT {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = xml.someTag(random);
      if (tag < 0) {
        return content;
      }
      String element = xml.text().substring(tag, xml.endOfElement(tag));
      int times = 1 << random.nextInt(13);
      int most = Math.max(1, MOST_BYTES / element.length());
      return xml.replace(tag, tag, element.repeat(Math.min(times, most)));
    }
  },
  MOVE_ELEMENT {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int from = xml.someTag(random);
      int to = xml.someTag(random);
      if (from < 0) {
        return content;
      }
      return xml.replace(to, to, xml.text().substring(from, xml.endOfElement(from)));
    }
  },
  CHANGE_TEXT {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int start = xml.someText(random);
      if (start < 0) {
        return content;
      }
      String text =
          pick(
              List.of(
                  "-1",
                  "99999999999",
                  "NaN",
                  "INF",
                  "1E400",
                  "-0.0",
                  "2958466",
                  "#N/A",
                  "_x0000_",
                  "_xD800_",
                  "a_x0009_b",
                  "=cmd|' /C calc'!A0",
                  "<![CDATA[ ]]>",
                  "<!-- x -->",
                  "<?x y?>",
                  "&#55296;",
                  "&#x110000;",
                  "&unknown;",
                  "\u00F0\u009F\u0098\u0080",
                  "9".repeat(100_000),
                  " ".repeat(100_000),
                  "<x>" + "y".repeat(40_000) + "</x>"),
              random);
      return xml.replace(start, xml.endOfText(start), text);
    }
  },
  CHANGE_NAMESPACE {
    @Override
    byte[] change(byte[] content, Random random) {
      return Markup.bytes(
          Markup.of(content)
              .text()
              .replaceFirst(
                  "http://(schemas\\.openxmlformats|purl\\.oclc)\\.org/[^\"]*",
                  pick(
                      List.of("urn:x", "", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
                      random)));
    }
  },
  MANY_ELEMENTS {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = Math.max(0, xml.someTag(random));
      String element = pick(List.of("<row/>", "<c/>", "<c><v>1</v></c>", "<x/>", "<si/>"), random);
      return xml.replace(tag, tag, element.repeat(1 << (8 + random.nextInt(10))));
    }
  },
  MANY_ATTRIBUTES {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int tag = xml.someTag(random);
      if (tag < 0) {
        return content;
      }
      StringBuilder attributes = new StringBuilder();
      for (int i = 1 << (4 + random.nextInt(11)); i > 0; i--) {
        attributes.append(" a").append(i).append("=\"\"");
      }
      int behindName = tag + 1 + xml.nameAt(tag).length();
      return xml.replace(behindName, behindName, attributes.toString());
    }
  },
  FILL {
    @Override
    byte[] change(byte[] content, Random random) {
      Markup xml = Markup.of(content);
      int at = xml.someTag(random);
      int filled = (1 + random.nextInt(16)) << 20;
      return at < 0
          ? new byte[filled]
          : xml.replace(at, at, pick(List.of(" ", "\n", "x", "\0"), random).repeat(filled));
    }
  };

  private static final int MOST_BYTES = 4 << 20;

  /** Damages some part, and says which in words that go into a failure message. */
  final String apply(WorkbookParts parts, Random random) {
    int part = parts.some(random);
    String name = parts.list.get(part).name();
    change(parts, part, random);
    return this + " " + (name.length() > 40 ? name.substring(0, 40) + "…" : name);
  }

  void change(WorkbookParts parts, int part, Random random) {
    parts.put(part, change(parts.list.get(part).content(), random));
  }

  byte[] change(byte[] content, Random random) {
    throw new AssertionError(this + " changes no content");
  }

  private static byte[] attribute(byte[] content, String value, Random random) {
    Markup xml = Markup.of(content);
    Matcher found = xml.someAttribute(random);
    return found == null ? content : xml.replace(found.start(2), found.end(2), value);
  }

  private static byte[] withDoctype(byte[] content, String doctype, String use, Random random) {
    Markup xml = Markup.of(content);
    int text = xml.someText(random);
    Markup used =
        text < 0 || random.nextInt(4) == 0 ? xml : Markup.of(xml.replace(text, text, use));
    int root = used.behindDeclaration();
    return used.replace(root, root, doctype);
  }

  private static <T> T pick(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}

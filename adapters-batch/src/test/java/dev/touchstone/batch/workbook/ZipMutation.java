package dev.touchstone.batch.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One way to damage the bytes of a workbook, its zip structure included. */
enum ZipMutation {
  FLIP_BITS {
    @Override
    byte[] change(byte[] file, Random random) {
      byte[] changed = file.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return changed;
    }
  },
  OVERWRITE {
    @Override
    byte[] change(byte[] file, Random random) {
      byte[] changed = file.clone();
      int start = random.nextInt(file.length);
      int end = Math.min(file.length, start + 1 + random.nextInt(512));
      for (int i = start; i < end; i++) {
        changed[i] = (byte) random.nextInt(256);
      }
      return changed;
    }
  },
  TRUNCATE {
    @Override
    byte[] change(byte[] file, Random random) {
      return slice(file, 0, random.nextInt(file.length));
    }
  },
  CUT_OUT {
    @Override
    byte[] change(byte[] file, Random random) {
      int start = random.nextInt(file.length);
      int end = start + random.nextInt(file.length - start);
      return join(slice(file, 0, start), slice(file, end, file.length));
    }
  },
  REPEAT_RANGE {
    @Override
    byte[] change(byte[] file, Random random) {
      int start = random.nextInt(file.length);
      int end = start + random.nextInt(file.length - start);
      return join(slice(file, 0, end), slice(file, start, file.length));
    }
  },
  JUNK_IN_FRONT {
    @Override
    byte[] change(byte[] file, Random random) {
      byte[] junk = junk(random);
      // With the magic number of a zip file, which is all that is looked at first.
      System.arraycopy(file, 0, junk, 0, Math.min(4, junk.length));
      return join(junk, file);
    }
  },
  JUNK_BEHIND {
    @Override
    byte[] change(byte[] file, Random random) {
      return join(file, junk(random));
    }
  },
  WRONG_IN_DIRECTORY {
    @Override
    byte[] change(byte[] file, Random random) {
      // Flags, method, checksum, sizes, lengths of name, extra field and comment, offset.
      return patch(file, 0x02014b50, new int[] {8, 10, 16, 20, 24, 28, 30, 32, 42}, random);
    }
  },
  WRONG_IN_LOCAL_HEADER {
    @Override
    byte[] change(byte[] file, Random random) {
      return patch(file, 0x04034b50, new int[] {6, 8, 14, 18, 22, 26, 28}, random);
    }
  },
  WRONG_AT_THE_END {
    @Override
    byte[] change(byte[] file, Random random) {
      return patch(file, 0x06054b50, new int[] {4, 8, 10, 12, 16, 18}, random);
    }
  };

  /** Damages the file. */
  abstract byte[] change(byte[] file, Random random);

  /** Writes a wrong number, of two or four bytes as may be, into a field of some record. */
  private static byte[] patch(byte[] file, int signature, int[] fields, Random random) {
    ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> records = new ArrayList<>();
    for (int i = 0; i + 46 <= bytes.limit(); i++) {
      if (bytes.getInt(i) == signature) {
        records.add(i);
      }
    }
    if (signature == 0x06054b50) {
      records.add(bytes.limit() - 22);
    }
    if (records.isEmpty()) {
      return file;
    }
    int at = records.get(random.nextInt(records.size())) + fields[random.nextInt(fields.length)];
    int old = bytes.getInt(at);
    int wrong =
        switch (random.nextInt(7)) {
          case 0 -> 0;
          case 1 -> -1;
          case 2 -> Integer.MAX_VALUE;
          case 3 -> old + 1;
          case 4 -> old - 1;
          case 5 -> old ^ (1 << random.nextInt(32));
          default -> random.nextInt();
        };
    if (random.nextBoolean()) {
      bytes.putInt(at, wrong);
    } else {
      bytes.putShort(at, (short) wrong);
    }
    return bytes.array();
  }

  private static byte[] junk(Random random) {
    byte[] junk = new byte[1 + random.nextInt(100_000)];
    random.nextBytes(junk);
    return junk;
  }

  private static byte[] slice(byte[] file, int start, int end) {
    return java.util.Arrays.copyOfRange(file, start, end);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}

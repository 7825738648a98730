package org.jointattention.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes TIFF files as other programs do: 8-bit pages, each with pixels first and its directory behind them. */
final class TiffPages {
    private static final int SIDE = 8;
    private static final int[][] TAGS = {
        {256, SIDE}, {257, SIDE}, {258, 8}, {259, 1}, {262, 1}, {273, 0}, {277, 1}, {278, SIDE}, {279, SIDE * SIDE}
    };

    private TiffPages() {}

    /** Page n has the value n in all its pixels, counted from 1. */
    static Path write(Path file, int pages) throws IOException {
        return write(file, pages, "");
    }

    /** @param description of the first page, for example OME-XML; empty for none */
    static Path write(Path file, int pages, String description) throws IOException {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        int directory = 2 + 12 * (TAGS.length + 1) + 4;
        int pageSize = SIDE * SIDE + directory;
        ByteBuffer out = ByteBuffer.allocate(8 + pages * pageSize + text.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + SIDE * SIDE);
        for (int page = 0; page < pages; page++) {
            int start = out.position();
            for (int i = 0; i < SIDE * SIDE; i++) {
                out.put((byte) (page + 1));
            }
            out.putShort((short) (TAGS.length + 1));
            for (int[] tag : TAGS) {
                int value = tag[0] == 273 ? start : tag[1];
                out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(value);
                if (tag[0] == 262) {
                    boolean empty = page > 0 || description.isEmpty();
                    out.putShort((short) 270).putShort((short) 2);
                    out.putInt(empty ? 1 : text.length).putInt(empty ? 0 : 8 + pages * pageSize);
                }
            }
            out.putInt(page == pages - 1 ? 0 : start + pageSize + SIDE * SIDE);
        }
        out.put(text);
        return Files.write(file, out.array());
    }
}

package org.jointattention.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The end of central directory record with which a zip closes. Reading a zip from its front misses a truncated
 * end; this check does not.
 */
final class ZipEnd {
    private static final int RECORD = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int MAX_COMMENT = 0xffff;

    private static final int ENTRIES = 10;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_OFFSET = 16;
    private static final int COMMENT_LENGTH = 20;

    /** The record is never longer than this. */
    static final int MAX_LENGTH = RECORD + MAX_COMMENT;

    private ZipEnd() {}

    /**
     * @param tail the file's last bytes
     * @param entries number of entries that were read
     * @param fileSize bytes of the whole file
     * @throws ModelException if the record is missing or tells of another file
     */
    static void check(byte[] tail, int entries, long fileSize) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - RECORD; at >= 0; at--) {
            if (bytes.getInt(at) == SIGNATURE && matches(bytes, at, entries, fileSize)) {
                return;
            }
        }
        throw new ModelException("The zip does not end as it should after its " + entries
                + " readable entries: the file is truncated or damaged. Copy or download it again.");
    }

    private static boolean matches(ByteBuffer bytes, int at, int entries, long fileSize) {
        int comment = unsignedShort(bytes, at + COMMENT_LENGTH);
        long start = unsignedInt(bytes, at + DIRECTORY_OFFSET) + unsignedInt(bytes, at + DIRECTORY_SIZE);
        return unsignedShort(bytes, at + ENTRIES) == entries
                && at + RECORD + comment == bytes.limit()
                && start + RECORD + comment == fileSize;
    }

    private static int unsignedShort(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }
}

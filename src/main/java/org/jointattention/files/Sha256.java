package org.jointattention.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, as all checksums of this program are. */
public final class Sha256 {
    private Sha256() {}

    /** What takes the bytes. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Lower-case hexadecimal digits of what was taken. Call it once, at the end: it starts the digest anew. */
    public static String text(MessageDigest digest) {
        StringBuilder text = new StringBuilder();
        for (byte b : digest.digest()) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }
}

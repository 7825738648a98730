package org.jointattention.model;

import static org.jointattention.model.TestModels.assertRefused;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class SafetensorsTest {
    private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    /** A file by hand: header text, then the given number of zero bytes. */
    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putLong(json.length).put(json).array();
    }

    private static byte[] written(Safetensors safetensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        safetensors.write(out);
        return out.toByteArray();
    }

    private static void refuse(String header, int dataBytes, String... parts) {
        assertRefused(() -> Safetensors.read(file(header, dataBytes)), parts);
    }

    @Test
    public void bytesAreThoseOfTheFormat() throws IOException {
        Map<String, WeightArray> arrays = new LinkedHashMap<>();
        arrays.put("w", new WeightArray(new int[] {1, 2}, new float[] {1f, -2.5f}));
        arrays.put("b", new WeightArray(new int[] {}, new float[] {0.15625f}));
        String header = "{\"__metadata__\":{\"epoch\":\"3\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
        while (header.length() % 8 != 0) {
            header += " ";
        }
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(new byte[] {(byte) header.length(), 0, 0, 0, 0, 0, 0, 0});
        expected.write(header.getBytes(StandardCharsets.US_ASCII));
        // 1 = 0x3f800000, -2.5 = 0xc0200000, 0.15625 = 0x3e200000, the lowest byte first
        expected.write(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0x20, (byte) 0xc0, 0, 0, 0x20, 0x3e});
        Safetensors safetensors = new Safetensors(new Weights(arrays), Map.of("epoch", "3"));
        assertArrayEquals(expected.toByteArray(), written(safetensors));
        assertEquals(
                safetensors.weights(), Safetensors.read(expected.toByteArray()).weights());
    }

    @Test
    public void roundTripIsExact() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "line\nbreak <&> \"quoted\" \u00e9\ud83d\ude00");
        metadata.put("a", "");
        Safetensors original = new Safetensors(TestModels.weights(), metadata);
        Safetensors read = Safetensors.read(written(original));
        assertEquals(original.weights(), read.weights());
        assertEquals(
                new ArrayList<>(original.weights().names()),
                new ArrayList<>(read.weights().names()));
        assertEquals(metadata, read.metadata());
        assertEquals(List.of("z", "a"), new ArrayList<>(read.metadata().keySet()));
    }

    @Test
    public void bitsOfExtremeValuesSurvive() throws IOException {
        float[] values = {Float.MIN_VALUE, -Float.MAX_VALUE, -0f, Float.MIN_NORMAL, 1e-40f};
        Weights weights = new Weights(Map.of("x", new WeightArray(new int[] {5}, values)));
        float[] read = Safetensors.read(written(new Safetensors(weights, Map.of())))
                .weights()
                .get("x")
                .values();
        for (int i = 0; i < values.length; i++) {
            assertEquals(Float.floatToRawIntBits(values[i]), Float.floatToRawIntBits(read[i]));
        }
    }

    /** More than one copied chunk, ending within one, delivered in dribs and drabs. */
    @Test
    public void largeArraysFromASlowStreamAreExact() throws IOException {
        Weights weights = new Weights(Map.of("x", TestModels.array(new Random(1), 3, 70_001)));
        byte[] bytes = written(new Safetensors(weights, Map.of()));
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] b, int from, int length) throws IOException {
                return super.read(b, from, Math.min(length, 777));
            }
        };
        assertEquals(weights, Safetensors.read(slow, bytes.length).weights());
    }

    @Test
    public void noWeightsAtAllAreAFile() throws IOException {
        Weights none = new Weights(Map.of());
        assertEquals(
                none, Safetensors.read(written(new Safetensors(none, Map.of()))).weights());
    }

    /** Other writers sort the header in another way than the data. */
    @Test
    public void headerMayBeInAnotherOrderThanTheData() {
        byte[] bytes = file(
                "{\"b\":{\"data_offsets\":[4,8],\"shape\":[1],\"dtype\":\"F32\"},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                8);
        bytes[bytes.length - 1] = 0x40; // b = 2
        Weights weights = Safetensors.read(bytes).weights();
        assertEquals(List.of("b", "a"), new ArrayList<>(weights.names()));
        assertArrayEquals(new float[] {2}, weights.get("b").values(), 0);
        assertArrayEquals(new float[] {0}, weights.get("a").values(), 0);
    }

    @Test
    public void valuesMustBeFinite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Weights weights = new Weights(Map.of("x", new WeightArray(new int[] {2}, new float[] {0, bad})));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertRefused(() -> Safetensors.write(weights, out), "'x'", String.valueOf(bad), "index 1");
            assertEquals(0, out.size());
            byte[] bytes = file("{" + A + "}", 8);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, bad);
            assertRefused(() -> Safetensors.read(bytes), "'a'", String.valueOf(bad), "index 1");
        }
    }

    @Test
    public void namesThatCannotBeStoredAreRefused() {
        WeightArray one = new WeightArray(new int[] {1}, new float[1]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertRefused(() -> Safetensors.write(new Weights(Map.of("__metadata__", one)), out), "__metadata__");
        assertRefused(() -> Safetensors.write(new Weights(Map.of("\ud800", one)), out), "Unicode");
        assertEquals(0, out.size());
    }

    @Test
    public void lengthsThatLieAreRefused() {
        byte[] good = file("{" + A + "}", 8);
        assertEquals(1, Safetensors.read(good).weights().names().size());
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(ModelException.class, () -> Safetensors.read(cut));
        }
        for (long lie : new long[] {0, 1, Long.MAX_VALUE, -1, Long.MIN_VALUE, Safetensors.MAX_HEADER + 1}) {
            byte[] bytes = good.clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, lie);
            assertRefused(() -> Safetensors.read(bytes), "header", Long.toUnsignedString(lie));
        }
        assertRefused(() -> Safetensors.read(new ByteArrayInputStream(good), good.length - 1), "at most");
    }

    @Test
    public void dataMustBeCoveredExactly() {
        refuse("{" + A + "}", 9, "longer than the 8 bytes");
        refuse("{" + A + "}", 7, "declares");
        String b = ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":";
        refuse("{" + A + b + "[4,8]}}", 8, "'b'", "begins at byte 4", "expected 8");
        refuse("{" + A + b + "[12,16]}}", 16, "'b'", "begins at byte 12", "expected 8");
        refuse("{" + A + b + "[8,16]}}", 16, "'b'", "needs 4 bytes", "[8, 16]");
        refuse("{" + A + b + "[12,8]}}", 16, "'b'", "[12, 8]");
        refuse("{" + A.replace("[0,8]", "[4,12]") + "}", 12, "'a'", "begins at byte 4");
    }

    @Test
    public void absurdSizesAreRefusedWithoutMemory() {
        refuse("{" + A.replace("[2]", "[2147483647]").replace("[0,8]", "[0,8589934588]") + "}", 8, "too large");
        refuse("{" + A.replace("[2]", "[65536,65536,65536,65536]") + "}", 8, "too large");
        refuse("{" + A.replace("[2]", "[99999999999]") + "}", 8, "99999999999", "too large");
        // 2^30 values declared, 8 bytes there
        String huge = "{" + A.replace("[2]", "[1073741824]").replace("[0,8]", "[0,4294967296]") + "}";
        refuse(huge, 8, "4294967296".substring(0, 4));
        InputStream in = new ByteArrayInputStream(file(huge, 8));
        assertRefused(() -> Safetensors.read(in, Long.MAX_VALUE), "ends within the weight 'a'", "4294967296", "8");
    }

    @Test
    public void headerMustBeStrict() {
        refuse("", 0, "header");
        refuse("[]", 0, "'{'");
        refuse(" {" + A + "}", 8, "'{'");
        refuse("{" + A + "," + A + "}", 8, "'a' twice");
        refuse("{" + A.replace("F32", "F16") + "}", 8, "'a'", "F16", "F32");
        refuse("{" + A.replace("\"F32\"", "5") + "}", 8, "'a'");
        refuse("{" + A.replace("\"dtype\":\"F32\",", "") + "}", 8, "'a'", "dtype");
        refuse("{" + A.replace("\"dtype\"", "\"type\"") + "}", 8, "unknown key 'type'");
        refuse("{" + A.replace("[0,8]", "[0,8,8]") + "}", 8, "data_offsets");
        refuse("{" + A.replace("[0,8]", "[0]") + "}", 8, "data_offsets");
        refuse("{" + A.replace("[0,8]", "[0,\"8\"]") + "}", 8, "data_offsets");
        for (String bad : new String[] {"[-2]", "[2.0]", "[1e0]", "[02]", "[null]", "[[2]]", "2", "[true]"}) {
            refuse("{" + A.replace("[2]", bad) + "}", 8);
        }
        refuse("{" + A + "}x", 8);
        refuse("{" + A + "}{}", 8);
        refuse("{" + A, 8);
        refuse("{\"__metadata__\":{\"a\":1}}", 0, "metadata 'a'");
        refuse("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", 0, "twice");
        refuse("{\"__metadata__\":{},\"__metadata__\":{}}", 0, "twice");
        assertRefused(() -> Safetensors.read(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', (byte) 0xff}), "JSON");
    }
}

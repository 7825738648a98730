package org.jointattention.image.zarr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jointattention.image.ImageException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is not supported, or wrong, is named, with its file. */
public class UnsupportedZarrTest {
    private static final String V2 = ZarrJson.v2("<u2", "C", "null");
    private static final String V3 = ZarrJson.v3("uint16", ZarrJson.bytes("little"));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private void refused(String metadata, String from, String to, String... parts) {
        assertTrue(from, metadata.contains(from));
        Store store = ZarrJson.store(folder, metadata.replace(from, to));
        String message = assertThrows(ImageException.class, () -> ZarrArray.open(store, "a"))
                .getMessage();
        assertTrue(message, message.contains(store.name("a")));
        for (String part : parts) {
            assertTrue(message, message.contains(part));
        }
    }

    @Test
    public void ofZarr2() {
        refused(V2, "\"<u2\"", "\"|b1\"", "dtype '|b1'", "supported: |u1");
        refused(V2, "\"<u2\"", "\"<f2\"", "dtype '<f2'");
        refused(V2, "\"<u2\"", "\"|u2\"", "dtype '|u2'");
        refused(V2, "\"<u2\"", "[[\"r\", \"<u1\"]]", "dtype", "\"r\"");
        refused(V2, "\"compressor\": null", "\"compressor\": {\"id\": \"lzma\"}", "compressor 'lzma'", "blosc");
        refused(V2, "\"filters\": null", "\"filters\": [{\"id\": \"delta\"}]", "filter 'delta'");
        refused(V2, "\"order\": \"C\"", "\"order\": \"K\"", "'order' must be C or F");
        refused(V2, "\"zarr_format\": 2", "\"zarr_format\": 4", "'zarr_format' must be 2");
        refused(V2, "\"fill_value\": 1", "\"fill_value\": -1", "fill_value -1");
        refused(V2, "\"fill_value\": 1", "\"fill_value\": \"AAA=\"", "fill_value \"AAA=\"");
        refused(V2, "\"fill_value\": 1", "\"fill_value\": 0.5", "fill_value 0.5");
        refused(V2, "\"fill_value\": 1", "\"dimension_separator\": \"_\"", "dimension_separator");
    }

    @Test
    public void codecsOfZarr3() {
        refused(V3, "\"codecs\": [", "\"codecs\": [\"vlen-utf8\", ", "codec 'vlen-utf8'", "supported: bytes");
        refused(V3, "little\"}}", "little\"}}, {\"name\": \"numcodecs.bz2\"}", "codec 'numcodecs.bz2'");
        refused(V3, "little\"}}", "little\"}}, {\"name\": \"transpose\"}", "codec 'transpose'");
        refused(V3, "\"little\"", "\"middle\"", "endian' must be little or big");
        refused(ZarrJson.v3("uint16", "\"bytes\""), "5, 7", "5, 7", "endian");
        refused(ZarrJson.v3("uint16", ""), "5, 7", "5, 7", "'codecs' must be");
        String transposed = ZarrJson.v3(
                "uint16",
                "{\"name\": \"transpose\", \"configuration\": {\"order\": [0, 1]}}, " + ZarrJson.bytes("big"));
        refused(transposed, "[0, 1]", "[0, 0]", "order");
        refused(transposed, "[0, 1]", "[0, 2]", "order");
        refused(transposed, "[0, 1]", "[0]", "order");
        String blosc = ZarrJson.v3(
                "uint16", ZarrJson.bytes("big") + ", {\"name\": \"blosc\", \"configuration\": {\"cname\": \"lz4\"}}");
        refused(blosc, "lz4", "snappy", "codec blosc 'snappy'");
        refused(blosc, "\"lz4\"", "\"lz4\", \"clevel\": 10", "clevel");
        String sharded = ZarrJson.v3("uint16", ZarrJson.sharding(ZarrJson.bytes("big"), "end"));
        refused(sharded, "[2, 2]", "[3, 2]", "chunk_shape");
        refused(sharded, "\"crc32c\"", "\"zstd\"", "index_codecs", "supported: bytes, crc32c");
        refused(sharded, "\"end\"", "\"middle\"", "index_location");
    }

    @Test
    public void extensionsOfZarr3() {
        refused(V3, "\"uint16\"", "\"complex64\"", "data_type 'complex64'");
        refused(V3, "\"uint16\"", "{\"name\": \"numpy.datetime64\"}", "data_type 'numpy.datetime64'");
        refused(V3, "\"regular\"", "\"rectilinear\"", "chunk_grid 'rectilinear'");
        refused(V3, "\"default\"", "\"fancy\"", "chunk_key_encoding 'fancy'");
        refused(V3, "\"fill_value\"", "\"storage_transformers\": [{\"name\": \"cache\"}], \"fill_value\"", "'cache'");
        refused(V3, "\"fill_value\"", "\"extra\": {\"name\": \"x\"}, \"fill_value\"", "extension 'extra'");
        refused(V3, "\"node_type\": \"array\"", "\"node_type\": \"table\"", "node_type");
    }

    @Test
    public void anExtensionThatNeedNotBeUnderstoodIsPassedOver() {
        String metadata = V3.replace("\"fill_value\"", "\"extra\": {\"must_understand\": false}, \"fill_value\"");
        ZarrArray.open(ZarrJson.store(folder, metadata), "a").readChunk(0, 0);
    }

    @Test
    public void shapesThatCannotBe() {
        refused(V2, "[5, 7]", "[5]", "1 axes");
        refused(V2, "[5, 7]", "[1, 1, 1, 1, 5, 7]", "6 axes");
        refused(V2, "[5, 7]", "[0, 7]", "shape");
        refused(V2, "[5, 7]", "[5, 7.5]", "'shape' must be a whole number");
        refused(V2, "[4, 4]", "[4]", "'chunks' must be of 2 numbers");
        refused(V2, "[4, 4]", "[60000, 60000]", "does not fit into 2 GiB");
        refused(V2, "[4, 4]", "\"all\"", "'chunks' must be a list, but is \"all\"");
    }

    @Test
    public void aShardMayBeLargerThanMemoryButNotItsIndex() {
        String sharded = ZarrJson.v3("uint16", ZarrJson.sharding(ZarrJson.bytes("big"), "end"));
        refused(sharded, "[4, 4]", "[60000, 60000]", "[30000, 30000, 2] values of uint64 does not fit");
        String large = sharded.replace("[4, 4]", "[60000, 60000]").replace("[2, 2]", "[1000, 1000]");
        ZarrArray array = ZarrArray.open(ZarrJson.store(folder, large), "a");
        assertEquals(1, array.readChunk(0, 0).bits(0));
        Samples block = Samples.filled(DataType.UINT16, ZarrJson.SHAPE, 1);
        assertThrows(ImageException.class, () -> array.writeBlock(block, 0, 0));
    }

    @Test
    public void filesThatAreNoMetadata() {
        refused(V2, V2, "{\"zarr_format\": 2", "no valid JSON");
        refused(V2, V2, "[]", "must hold a JSON object");
        refused(V2, V2, "", "must hold a JSON object");
        refused(V2, V2, "[".repeat(100_000), "no valid JSON");
        Store empty = new FolderStore(folder.getRoot().toPath().resolve("nothing"));
        String message = assertThrows(ImageException.class, () -> ZarrArray.open(empty, ""))
                .getMessage();
        assertTrue(message, message.contains("neither zarr.json nor .zarray"));
    }
}

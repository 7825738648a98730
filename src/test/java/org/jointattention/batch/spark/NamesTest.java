package org.jointattention.batch.spark;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Paths;
import org.jointattention.segmentation.Output;
import org.junit.Test;

public class NamesTest {
    @Test
    public void addressesAreToldFromPaths() {
        assertTrue(Names.isAddress("hdfs://host:9000/a/b.png"));
        assertTrue(Names.isAddress("s3a://bucket/b.png"));
        assertFalse(Names.isAddress("/a/b.png"));
        assertFalse(Names.isAddress("a: b.png"));
        assertFalse(Names.isAddress("C:/images/b.png"));
        assertFalse(Names.isAddress("file:///a/b.png"));
    }

    @Test
    public void namesAreTheSameOnAllMachines() {
        assertEquals("/a/c.png", Stores.absolute("/a/b/../c.png"));
        assertEquals("/a b/c.png", Stores.absolute("file:///a%20b/c.png"));
        assertEquals(Paths.get("x.png").toAbsolutePath().toString(), Stores.absolute("x.png"));
        assertEquals("hdfs://host/a", Stores.absolute("hdfs://host/a/"));
    }

    @Test
    public void resultsOfAFolderKeepItsSubfolders() {
        ResultPlace place = new ResultPlace("hdfs://host/in", "/out");
        assertEquals("/out/x/y/a_labels.tif", place.file("hdfs://host/in/x/y/a.png", Output.LABELS));
        assertEquals("/out/a.b_labels.tif", place.file("hdfs://host/in/a.b.png", Output.LABELS));
        assertEquals("/out", place.folder("hdfs://host/inner/a.png"));
    }

    @Test
    public void resultsOfAListLieTogether() {
        assertEquals("s3a://b/out/a_overlay.png", new ResultPlace("", "s3a://b/out").file("/x/a.tif", Output.OVERLAY));
    }

    @Test
    public void imagesAreToldByTheirNames() {
        assertTrue(Names.isImage("hdfs://h/x/a.TIF"));
        assertFalse(Names.isImage("hdfs://h/x/.a.tif"));
        assertFalse(Names.isImage("hdfs://h/x/a.txt"));
        assertFalse(Names.isImage("hdfs://h/x/png"));
        assertTrue(Names.isResult("hdfs://h/x/a_labels.tif"));
        assertFalse(Names.isResult("hdfs://h/x/a_label.tif"));
    }
}

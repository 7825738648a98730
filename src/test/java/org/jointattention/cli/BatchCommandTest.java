package org.jointattention.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jointattention.engine.Precision;
import org.jointattention.image.zarr.ZarrFormat;
import org.jointattention.segmentation.zarr.ZarrImages;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class BatchCommandTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final FakeEngine engine = new FakeEngine();
    private Path in;
    private Path out;

    @Before
    public void images() throws IOException {
        in = temporary.newFolder("in").toPath();
        out = temporary.getRoot().toPath().resolve("out");
        Files.createDirectories(in.resolve("sub"));
        square("a.png");
        square("b.tif");
        square("sub/a.tif");
    }

    private Path square(String name) {
        return CommandRun.square(in.resolve(name), 60, 30, 200);
    }

    private CommandRun run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("--model", "any", "--out", out.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        return new CommandRun(new BatchCommand(() -> engine, CommandRun::model), all.toArray(new String[0]));
    }

    private String summary() throws IOException {
        return Files.readString(out.resolve("summary.csv"));
    }

    /** Scripts hold them. */
    @Test
    public void noOptionHasChanged() {
        assertEquals(
                "[--augment, --device, --fail-fast, --in, --min-memory, --model, --out, --output, --overlap, --overlay,"
                        + " --precision, --recursive, --redo, --skip-existing, --threads, --tile, --workers]",
                new TreeSet<>(new CommandLine(new BatchCommand())
                                .getCommandSpec()
                                .optionsMap()
                                .keySet())
                        .toString());
    }

    @Test
    public void aFolderIsSegmentedWithASummaryAndAManifest() throws IOException {
        CommandRun run = run("--in", in, "--recursive", "--overlay");
        assertEquals(run.err(), 0, run.status());
        for (String name : List.of("a_labels.tif", "b_overlay.png", "sub/a_labels.tif", "manifest.jsonl")) {
            assertTrue(name, Files.exists(out.resolve(name)));
        }
        assertEquals(4, summary().split("\r\n").length);
        assertTrue(
                run.out(), run.out().contains(out.resolve("sub/a_overlay.png").toString()));
        assertTrue(
                run.out(), run.out().trim().endsWith(out.resolve("summary.csv").toString()));
        assertTrue(run.err(), run.err().contains("[3/3] "));
        assertTrue(run.err(), run.err().contains("3 of 3 images done, 0 skipped, 0 failed"));
        assertTrue(engine.predictors().get(0).isClosed());
    }

    @Test
    public void severalInputsAndPatternsAreOneBatch() {
        CommandRun run = run("--in", in + "/*.png", "--in", in.resolve("b.tif"));
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.err(), run.err().contains("2 of 2 images done"));
    }

    @Test
    public void imagesOfOmeZarrAreTakenLikeFiles() throws IOException {
        ZarrImages.write(in.resolve("scan.ome.zarr"), ZarrFormat.V3, 1, 1, 60, 80);
        CommandRun run = run("--in", in);
        assertEquals(run.err(), 0, run.status());
        assertTrue(run.err(), run.err().contains("3 of 3 images done"));
        String labels = out.resolve("scan_labels.ome.zarr").toString();
        assertTrue(run.out(), run.out().contains(labels));
        assertTrue(summary(), summary().contains("scan.ome.zarr,done,"));
        assertTrue(run("--in", in).err().contains("0 of 3 images done, 3 skipped"));
        assertTrue(run("--in", in, "--skip-existing").err().contains("0 of 3 images done, 3 skipped"));
        assertEquals(1, run("--in", in, "--overlay").status());
    }

    @Test
    public void theSameCommandGoesOnAndAnotherBeginsAnew() throws IOException {
        Files.write(in.resolve("c.png"), new byte[] {1});
        CommandRun first = run("--in", in);
        assertEquals(1, first.status());
        assertTrue(first.err(), first.err().contains("error: " + in.resolve("c.png")));
        assertTrue(first.err(), first.err().contains("2 of 3 images done, 0 skipped, 1 failed"));
        assertTrue(summary(), summary().contains("c.png,failed,"));
        square("c.png");
        CommandRun second = run("--in", in);
        assertEquals(second.err(), 0, second.status());
        assertTrue(second.err(), second.err().contains("1 of 3 images done, 2 skipped, 0 failed"));
        String row = summary()
                .lines()
                .filter(line -> line.contains("a.png"))
                .findFirst()
                .get();
        assertTrue(row, row.matches(".*a\\.png,skipped,[0-9.]+,[0-9]+,[0-9]+,CPU,"));
        assertTrue(run("--in", in, "--overlap", 8).err().contains("3 of 3 images done"));
        assertTrue(run("--in", in, "--overlap", 8, "--redo").err().contains("3 of 3 images done"));
        CommandRun existing = run("--in", in, "--skip-existing");
        assertTrue(existing.err(), existing.err().contains("0 of 3 images done, 3 skipped"));
    }

    @Test
    public void theFirstFailureEndsItWhereAskedFor() throws IOException {
        Files.write(in.resolve("0.png"), new byte[] {1});
        CommandRun run = run("--in", in, "--fail-fast", "--workers", 1);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("0 of 3 images done, 0 skipped, 1 failed"));
        assertFalse(Files.exists(out.resolve("a_labels.tif")));
    }

    @Test
    public void aListOfMissingFilesFailsFileByFile() throws IOException {
        Path list = Files.writeString(in.resolve("list.txt"), in.resolve("a.png") + "\n" + in.resolve("none.png"));
        CommandRun run = run("--in", list);
        assertEquals(1, run.status());
        assertTrue(run.err(), run.err().contains("none.png: " + in.resolve("none.png") + " cannot be read"));
        assertTrue(run.err(), run.err().contains("1 of 2 images done"));
    }

    /** An automatic choice of precision is made once for all runs of a job. */
    @Test
    public void anEarlierPrecisionIsKept() {
        assertEquals(0, run("--in", in).status());
        assertEquals(Precision.AUTO, engine.options().get(0).precision());
        square("d.png");
        assertEquals(0, run("--in", in).status());
        assertEquals(Precision.FLOAT32, engine.options().get(1).precision());
    }

    @Test
    public void wrongUsageIsSaidBeforeAnythingRuns() {
        assertEquals(2, run().status());
        assertEquals(2, run("--in", in, "--workers", 65).status());
        assertEquals(2, run("--in", in, "--workers", -1).status());
        assertEquals(2, run("--in", in, "--redo", "--skip-existing").status());
        assertEquals(2, run("--in", in, "--tile", 65).status());
        assertEquals(2, run("--in", in, "--tile", 64, "--overlap", 33).status());
        CommandRun missing = run("--in", in.resolve("none"));
        assertEquals(1, missing.status());
        assertTrue(missing.err(), missing.err().contains("does not exist"));
        assertFalse(Files.exists(out));
    }
}

package org.jointattention.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointattention.image.FloatPlane;
import org.junit.Test;

public class SplitTest {
    private static Sample sample(String name, int label) {
        return new Sample(name, new FloatPlane(1, 1, 1, new float[1]), new byte[] {(byte) label});
    }

    /** A data set with files of so many pages each; a sample's name is file.page. */
    private static DataSet files(int... pages) {
        List<List<Sample>> files = new ArrayList<>();
        for (int file = 0; file < pages.length; file++) {
            List<Sample> samples = new ArrayList<>();
            for (int page = 0; page < pages[file]; page++) {
                samples.add(sample(file + "." + page, 1));
            }
            files.add(samples);
        }
        return new DataSet(files, 1, 2, Collections.emptyList());
    }

    private static List<String> names(DataSet data) {
        return data.samples().stream().map(Sample::name).collect(Collectors.toList());
    }

    private static void assertPartition(DataSet data, Split split) {
        Set<String> all = new HashSet<>(names(split.train()));
        all.addAll(names(split.validation()));
        assertEquals(new HashSet<>(names(data)), all);
        assertEquals(
                data.samples().size(),
                split.train().samples().size() + split.validation().samples().size());
    }

    @Test
    public void theShareIsKeptAndTheSeedDecides() {
        DataSet data =
                files(Collections.nCopies(50, 1).stream().mapToInt(i -> i).toArray());
        Split split = data.split(0.2, 1);
        assertPartition(data, split);
        assertEquals(10, split.validation().samples().size());
        assertEquals(names(split.validation()), names(data.split(0.2, 1).validation()));
        assertNotEquals(names(split.validation()), names(data.split(0.2, 2).validation()));
        assertEquals(2, split.validation().classes());
        assertEquals(1, split.validation().channels());
    }

    @Test
    public void twoSamplesGiveOneEach() {
        for (double fraction : new double[] {0.01, 0.5, 0.99}) {
            Split split = files(1, 1).split(fraction, 3);
            assertEquals(1, split.train().samples().size());
            assertEquals(1, split.validation().samples().size());
        }
    }

    @Test
    public void oneSampleIsForTraining() {
        Split split = files(1).split(0.5, 3);
        assertEquals(1, split.train().samples().size());
        assertEquals(0, split.validation().samples().size());
    }

    @Test
    public void fractionZeroMeansNoValidation() {
        assertEquals(0, files(1, 1, 1).split(0, 3).validation().samples().size());
    }

    @Test
    public void theLastPagesOfASingleFileValidate() {
        Split split = files(10).split(0.2, 5);
        assertEquals(List.of("0.8", "0.9"), names(split.validation()));
        assertEquals("0.7", names(split.train()).get(7));
    }

    @Test
    public void pagesOfAFileStayTogether() {
        DataSet data = files(4, 4, 4, 4, 4);
        for (int seed = 0; seed < 10; seed++) {
            Split split = data.split(0.2, seed);
            assertPartition(data, split);
            assertEquals(1, split.validation().files().size());
            assertEquals(4, split.validation().samples().size());
        }
    }

    @Test
    public void aLargeFileGivesItsLastPagesWhereNoSmallOneFits() {
        DataSet data = files(1, 100, 90);
        Split split = data.split(0.2, 1);
        assertPartition(data, split);
        assertEquals(38, split.validation().samples().size());
        assertTrue(names(split.validation()).contains("1.99"));
        assertTrue(names(split.train()).contains("1.0"));
        assertTrue(names(split.train()).contains("2.89"));
    }

    @Test
    public void trainingSeesEveryClassWherePossible() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(sample("common" + i, 1));
        }
        samples.add(sample("rare", 2));
        DataSet data = DataSet.of(samples, 3);
        for (int seed = 0; seed < 10; seed++) {
            Split split = data.split(0.4, seed);
            assertTrue(names(split.train()).contains("rare"));
            assertEquals(List.of(), split.train().notes());
        }
        DataSet hopeless = DataSet.of(List.of(sample("a", 1), sample("b", 2)), 3);
        assertEquals(1, hopeless.split(0.5, 1).train().notes().size());
    }

    @Test
    public void refusesImpossibleFractions() {
        for (double fraction : new double[] {-0.1, 1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> files(1, 1).split(fraction, 0));
        }
    }

    @Test
    public void ofRefusesNothingAndMixedChannels() {
        assertThrows(IllegalArgumentException.class, () -> DataSet.of(Collections.emptyList(), 2));
        Sample two = new Sample("two", new FloatPlane(1, 1, 2, new float[2]), new byte[1]);
        assertThrows(IllegalArgumentException.class, () -> DataSet.of(List.of(two, sample("one", 0)), 2));
    }
}

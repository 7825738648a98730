package org.jointattention.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jointattention.engine.Precision;

/** What became of the files whose results lie in or below one folder: read when a batch begins, and written while it runs. */
public final class Manifest implements BatchRecord {
    private final Path folder;
    private final ManifestFile file;
    private final BatchJob job;
    private final Map<String, ManifestEntry> earlier;
    private final String device;
    private final Precision precision;

    /**
     * @param earlier what former runs said, by name; not changed any more
     * @param device that computes
     * @param precision that is used
     */
    Manifest(
            Path folder,
            ManifestFile file,
            BatchJob job,
            Map<String, ManifestEntry> earlier,
            String device,
            Precision precision) {
        this.folder = folder;
        this.file = file;
        this.job = job;
        this.earlier = earlier;
        this.device = device;
        this.precision = precision;
    }

    @Override
    public Optional<FileOutcome> ofSameFile(BatchFile batchFile, FileStamp stamp) {
        return valid(batchFile)
                .filter(entry -> entry.stamp().isSameFile(stamp))
                .map(entry -> outcome(batchFile, entry));
    }

    @Override
    public Optional<FileOutcome> ofSameContent(BatchFile batchFile, FileStamp stamp) {
        stamp.sha256(); // now, before the file is opened, also where there is nothing to compare with
        Optional<ManifestEntry> same =
                valid(batchFile).filter(entry -> entry.stamp().hasSameContent(stamp));
        same.ifPresent(entry -> update(entry.with(stamp)));
        return same.map(entry -> outcome(batchFile, entry));
    }

    private Optional<ManifestEntry> valid(BatchFile batchFile) {
        return done(batchFile).filter(entry -> job.made(entry) && entry.hasResults(folder));
    }

    private Optional<ManifestEntry> done(BatchFile batchFile) {
        return Optional.ofNullable(earlier.get(ManifestEntry.name(batchFile, folder)))
                .filter(ManifestEntry::isDone);
    }

    @Override
    public boolean hasChangedResults(BatchFile batchFile) {
        return done(batchFile).filter(entry -> !entry.hasResults(folder)).isPresent();
    }

    /** So that the next run need not read the file. If it cannot be written, that run does read it. */
    private void update(ManifestEntry entry) {
        try {
            file.add(entry);
        } catch (IOException e) {
            // nothing is lost
        }
    }

    private FileOutcome outcome(BatchFile batchFile, ManifestEntry entry) {
        return entry.result(folder)
                .map(result -> FileOutcome.skipped(batchFile, result, entry.seconds(), entry.device()))
                .orElseThrow();
    }

    @Override
    public void add(FileOutcome outcome, FileStamp stamp) throws IOException {
        file.add(ManifestEntry.of(outcome, stamp, job, folder, device, precision));
    }
}

package org.jointattention.evaluation;

import java.nio.file.Path;
import java.util.List;

/** Reads the masks in an image file: one, or one a page. */
public interface LabelReader {
    /**
     * @return at least one mask, in the order of the pages; pixel values (for palette images the indices) are class ids
     * @throws EvaluationException naming the file, if it is not a mask that can be read
     */
    List<Mask> read(Path file);
}

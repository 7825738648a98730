package org.jointattention.batch;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jointattention.image.ImageException;

/**
 * Images by a pattern such as {@code plates/*&#47;dapi-*.tif}: {@code *} and {@code ?} stand for what is within a name,
 * {@code **} for folders, too, <code>{a,b}</code> for one of several, {@code [0-9]} for one character.
 */
final class InputGlob {
    private static final String SPECIAL = "*?[{";

    private final String pattern;
    private final Path base;
    private final int depth;

    private InputGlob(String pattern, Path base, int depth) {
        this.pattern = pattern;
        this.base = base;
        this.depth = depth;
    }

    static boolean isOne(String text) {
        return text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** @throws ImageException if the pattern is none */
    static InputGlob of(String text) {
        String pattern = text.replace('\\', '/');
        int special = 0;
        while (SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        int end = pattern.lastIndexOf('/', special);
        Path base = Paths.get(end < 0 ? "" : pattern.substring(0, end + 1));
        String rest = pattern.substring(end + 1);
        int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
        return new InputGlob(rest, base, depth);
    }

    /** The longest folder without anything special: what is found below it keeps its place there. */
    Path base() {
        return base;
    }

    /**
     * Images that match, sorted; none of hidden folders.
     *
     * @throws ImageException if the folder is not there or cannot be searched
     */
    List<Path> find() {
        PathMatcher matcher = matcher();
        if (!Files.isDirectory(base)) {
            throw new ImageException("The folder " + base + " of " + this + " does not exist. Check the name.");
        }
        return ImageTree.find(base, depth).stream()
                .filter(image -> matcher.matches(base.relativize(image)))
                .collect(Collectors.toList());
    }

    private PathMatcher matcher() {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new ImageException(this + " is no pattern for names: " + e.getDescription() + ".", e);
        }
    }

    @Override
    public String toString() {
        return base.resolve("") + (base.toString().isEmpty() ? "" : "/") + pattern;
    }
}

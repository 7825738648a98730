package org.jointattention.image;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jointattention.model.LabelClass;

/**
 * Which ROI is of which class, and the numbers of the classes. What a {@link RoiKey} tells of a ROI is compared without
 * regard to case.
 *
 * <p>Where classes are listed, their order gives the numbers; {@code background} is 0 and is added in front where the
 * list lacks it. A class may be listed as {@code NAME=KEY}: {@code background=blue, nucleus=yellow}. Else all that the
 * ROIs show are sorted, numbers by value and before words, and numbered from 1, with {@code background} as 0; groups
 * without a name have the number of the group.
 */
public final class RoiClasses {
    private static final String BACKGROUND = "background";
    private static final int MOST = 254;
    private static final int SHOWN = 5;

    private final RoiKey key;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private RoiClasses(RoiKey key) {
        this.key = key;
    }

    /**
     * @param list the classes separated by commas; blank to find them from the ROIs
     * @throws ImageException if a ROI has no class, one that is not listed, or the list is unsound
     */
    public static RoiClasses of(Collection<Roi> rois, RoiKey key, String list) {
        RoiClasses classes = new RoiClasses(key);
        classes.requireKeys(rois);
        if (list.trim().isEmpty()) {
            classes.find(rois);
        } else {
            classes.read(list);
            classes.requireListed(rois);
        }
        if (classes.names.size() > MOST) {
            throw new ImageException("The ROIs give " + classes.names.size() + " classes; there are " + MOST
                    + " at most. Do their names count objects? Name them by their class.");
        }
        return classes;
    }

    /** All classes with their display colours; the background is the first. */
    public List<LabelClass> classes() {
        List<LabelClass> classes = new ArrayList<>();
        for (int number = 0; number < names.size(); number++) {
            classes.add(new LabelClass(names.get(number), LabelLut.colour(number)));
        }
        return classes;
    }

    /** The number of the class that a ROI has. */
    public int number(Roi roi) {
        return numbers.get(keyOf(roi));
    }

    private String keyOf(Roi roi) {
        return key.of(roi).map(RoiClasses::folded).orElse("");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void requireKeys(Collection<Roi> rois) {
        List<String> without = new ArrayList<>();
        int index = 0;
        for (Roi roi : rois) {
            index++;
            if (!key.of(roi).isPresent()) {
                without.add(described(roi, index));
            }
        }
        if (!without.isEmpty()) {
            String what = folded(key.toString());
            throw new ImageException(without.size() + " of " + rois.size() + " ROIs have no " + what
                    + " that tells their class: " + some(without) + ". Set it (ROI Manager > Properties), or choose"
                    + " another way to tell the classes.");
        }
    }

    private static String described(Roi roi, int index) {
        return "number " + index + (roi.getName() == null ? "" : " ('" + roi.getName() + "')");
    }

    private static String some(Collection<String> texts) {
        List<String> shown = new ArrayList<>(texts);
        return shown.size() <= SHOWN
                ? String.join(", ", shown)
                : String.join(", ", shown.subList(0, SHOWN)) + " and " + (shown.size() - SHOWN) + " more";
    }

    private void find(Collection<Roi> rois) {
        Map<String, String> found = new LinkedHashMap<>();
        rois.forEach(roi -> key.of(roi).ifPresent(text -> found.putIfAbsent(folded(text), text)));
        names.add(BACKGROUND);
        numbers.put(BACKGROUND, 0);
        List<String> sorted = new ArrayList<>(new TreeSet<>(found.keySet()));
        sorted.remove(BACKGROUND);
        sorted.sort((a, b) -> Integer.compare(value(a), value(b)));
        for (String text : sorted) {
            boolean unnamedGroup = key == RoiKey.GROUP && value(text) < Integer.MAX_VALUE;
            while (unnamedGroup && names.size() < value(text)) {
                names.add("group " + names.size());
            }
            numbers.put(text, names.size());
            names.add(unnamedGroup ? "group " + text : found.get(text));
        }
    }

    /** Of a whole number; words come last. */
    private static int value(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private void read(String list) {
        List<String> items = new ArrayList<>();
        Collections.addAll(items, list.trim().split("\\s*,\\s*", -1));
        if (items.stream().noneMatch(RoiClasses::isBackground)) {
            items.add(0, BACKGROUND);
        } else {
            items.sort((a, b) -> Boolean.compare(isBackground(b), isBackground(a)));
        }
        for (String item : items) {
            String[] parts = item.split("=", 2);
            String name = parts[0].trim();
            String text = folded(parts[parts.length - 1].trim());
            if (name.isEmpty() || text.isEmpty() || numbers.putIfAbsent(text, names.size()) != null) {
                throw new ImageException("The classes '" + list + "' have an empty name, or one twice.");
            }
            names.add(name);
        }
    }

    private static boolean isBackground(String item) {
        return folded(item.split("=", 2)[0].trim()).equals(BACKGROUND);
    }

    private void requireListed(Collection<Roi> rois) {
        TreeSet<String> unknown = new TreeSet<>();
        rois.forEach(roi -> unknown.add(keyOf(roi)));
        unknown.removeAll(numbers.keySet());
        if (!unknown.isEmpty()) {
            throw new ImageException("The ROIs have classes that are not listed, by " + folded(key.toString()) + ": "
                    + some(unknown) + ". The list has " + String.join(", ", numbers.keySet())
                    + ". Add them to the list, or leave it empty.");
        }
    }
}

package org.jointattention.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping of a YAML document that knows where it stands, so that errors can name the key. */
public final class YamlSection {
    private final String path;
    private final Map<?, ?> values;

    private YamlSection(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    /** @param path the keys that lead to the value, joined by dots; empty for the whole document */
    static YamlSection of(String path, Object value) {
        if (!(value instanceof Map)) {
            throw misfit(path.isEmpty() ? "The document" : path, "a mapping of keys to values", value);
        }
        return new YamlSection(path, (Map<?, ?>) value);
    }

    /** The whole path of one of this mapping's keys. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        Object value = required(key, "a text");
        if (!(value instanceof String)) {
            throw wrong(key, "a text (in quotation marks if it looks like something else)", value);
        }
        return (String) value;
    }

    public String textOr(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    public int integer(String key) {
        Object value = required(key, "a whole number");
        if (!(value instanceof Integer)) {
            throw wrong(key, "a whole number", value);
        }
        return (Integer) value;
    }

    public double number(String key) {
        Object value = required(key, "a number");
        if (!(value instanceof Number)) {
            throw wrong(key, "a number", value);
        }
        return ((Number) value).doubleValue();
    }

    public YamlSection section(String key) {
        return of(path(key), required(key, "a mapping of keys to values"));
    }

    public List<YamlSection> sections(String key) {
        Object value = required(key, "a list");
        if (!(value instanceof List)) {
            throw wrong(key, "a list", value);
        }
        List<YamlSection> sections = new ArrayList<>();
        for (Object element : (List<?>) value) {
            sections.add(of(path(key) + "[" + sections.size() + "]", element));
        }
        return sections;
    }

    /** A list of texts; numbers count as texts. */
    public List<String> list(String key) {
        Object value = required(key, "a list");
        if (!(value instanceof List)) {
            throw wrong(key, "a list", value);
        }
        List<String> texts = new ArrayList<>();
        for (Object element : (List<?>) value) {
            if (!(element instanceof String || element instanceof Number)) {
                throw misfit(path(key) + "[" + texts.size() + "]", "a text", element);
            }
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    /** @throws ModelException naming a key that is not among the known ones, which is probably a slip of the pen */
    public void allow(String... known) {
        for (Object key : values.keySet()) {
            if (!Arrays.asList(known).contains(String.valueOf(key))) {
                throw new ModelException("The key " + path(String.valueOf(key)) + " is unknown; expected one of "
                        + String.join(", ", known) + ".");
            }
        }
    }

    /** A mapping of texts to texts, in its order. */
    public Map<String, String> texts(String key) {
        YamlSection section = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object name : section.values.keySet()) {
            if (!(name instanceof String)) {
                throw misfit(path(key), "keys that are texts", name);
            }
            texts.put((String) name, section.text((String) name));
        }
        return Collections.unmodifiableMap(texts);
    }

    private Object required(String key, String expected) {
        if (!has(key)) {
            throw new ModelException("The key " + path(key) + " is missing; expected " + expected + ".");
        }
        return values.get(key);
    }

    /** The error that the key has another value than expected. */
    public ModelException wrong(String key, String expected, Object found) {
        return misfit(path(key), expected, found);
    }

    private static ModelException misfit(String where, String expected, Object found) {
        return new ModelException(where + ": expected " + expected + "; found " + described(found) + ".");
    }

    /** Scalars by their value; containers by their kind only, for they may contain themselves. */
    private static String described(Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Map) {
            return "a mapping";
        } else if (value instanceof Iterable) {
            return "a list";
        } else if (value instanceof String) {
            return "the text '" + Checks.quoted((String) value) + "'";
        }
        return Checks.quoted(String.valueOf(value)) + " (" + value.getClass().getSimpleName() + ")";
    }
}

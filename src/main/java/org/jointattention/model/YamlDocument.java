package org.jointattention.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jointattention.files.FailureReason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Parses YAML of unknown origin: plain data only, and within bounds. */
public final class YamlDocument {
    /** Largest document in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 30;
    private static final int MAX_ALIASES = 20;

    private YamlDocument() {}

    /** @throws ModelException if the bytes are not one YAML document with a mapping at its top */
    public static YamlSection parse(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw new ModelException("The document has " + utf8.length + " bytes; expected at most " + MAX_BYTES + ".");
        }
        return YamlSection.of("", load(decoded(utf8)));
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelException("Expected text in UTF-8; found other bytes.", e);
        }
    }

    private static Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            return new Yaml(new BoundedConstructor(options)).load(text);
        } catch (RuntimeException e) {
            // Beside YAMLException, SnakeYAML lets exceptions of number, date and base64 parsers pass.
            throw new ModelException("Expected a valid YAML document; found: " + FailureReason.of(e), e);
        }
    }

    /** A SafeConstructor that does not build numbers of a million digits, which takes minutes. */
    private static final class BoundedConstructor extends SafeConstructor {
        private static final int MAX_NUMBER_LENGTH = 64;

        BoundedConstructor(LoaderOptions options) {
            super(options);
            bound(Tag.INT);
            bound(Tag.FLOAT);
        }

        private void bound(Tag tag) {
            Construct original = yamlConstructors.get(tag);
            yamlConstructors.put(tag, new BoundedConstruct(original));
        }

        private static final class BoundedConstruct implements Construct {
            private final Construct original;

            BoundedConstruct(Construct original) {
                this.original = original;
            }

            @Override
            public Object construct(Node node) {
                if (node instanceof ScalarNode && ((ScalarNode) node).getValue().length() > MAX_NUMBER_LENGTH) {
                    throw new YAMLException("a number with more than " + MAX_NUMBER_LENGTH + " characters");
                }
                return original.construct(node);
            }

            @Override
            public void construct2ndStep(Node node, Object object) {
                original.construct2ndStep(node, object);
            }
        }
    }
}

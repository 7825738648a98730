package org.jointattention.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The project's rules of who may use what, for the packages below a base package. */
public final class ArchitectureRules {
    private static final String[] HEADLESS_AWT = {
        "java.awt.image..", "java.awt.geom..", "java.awt.color..", "java.awt.font.."
    };
    private static final String[] PLAIN_AWT = {
        "Color",
        "Font",
        "FontMetrics",
        "Graphics",
        "Graphics2D",
        "Rectangle",
        "Point",
        "Polygon",
        "Shape",
        "Stroke",
        "BasicStroke",
        "RenderingHints",
        "Image",
        "Dimension",
        "AlphaComposite",
        "Composite",
        "Paint",
        "GraphicsEnvironment"
    };

    private final String base;
    private final Map<String, String[]> uses = new LinkedHashMap<>();
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    /** @param base the package that {@code model}, {@code engine} and the others lie in */
    public ArchitectureRules(String base) {
        this.base = base;
        uses.put("files", new String[] {});
        uses.put("model", new String[] {});
        uses.put("engine", new String[] {"model"});
        uses.put("image", new String[] {"model"});
        uses.put("tensorflow", new String[] {"engine", "model"});
        uses.put("evaluation", new String[] {"image", "model"});
        uses.put("segmentation", new String[] {"engine", "model", "image"});
        uses.put("training", new String[] {"engine", "model", "image", "segmentation", "evaluation"});
        uses.put("batch", new String[] {"engine", "model", "image", "segmentation"});
        uses.put(
                "benchmark",
                new String[] {"engine", "model", "image", "evaluation", "segmentation", "training", "batch"});
        uses.put("comparison", new String[] {
            "engine", "model", "image", "evaluation", "segmentation", "training", "batch", "benchmark"
        });
        uses.put(
                "window", new String[] {"engine", "model", "image", "evaluation", "segmentation", "training", "batch"});
        uses.put(
                "command",
                new String[] {"engine", "model", "image", "evaluation", "segmentation", "training", "batch", "window"});
        uses.put("imagej", new String[] {"command"});
        uses.put("cli", new String[] {
            "engine",
            "model",
            "image",
            "evaluation",
            "segmentation",
            "training",
            "batch",
            "benchmark",
            "comparison",
            "command",
            "imagej"
        });
        uses.forEach((name, allowed) -> rules.put(name, usesOnly(name, allowed)));
        rules.put("packages", noOtherPackages());
        rules.put("isolation", onlyTensorflowKnowsTensorFlow());
        rules.put("zarr", chunkedImagesKnowNoImageJ());
        rules.put("codecs", onlyChunkedImagesKnowCodecs());
        rules.put("cluster", onlyBatchSparkKnowsSpark());
        rules.put("spark", batchSparkUsesOnly());
        rules.put("batch without spark", batchDoesNotUseSpark());
        rules.put("files libraries", filesNeedOnlyTheJdk());
        rules.put("engine libraries", engineNeedsOnlyTheJdk());
        rules.put("tensorflow libraries", tensorflowKnowsNoImages());
        rules.put("context", contextOnlyForCommands());
        rules.put("windows", windowsOnlyForCommands());
        rules.put("console", consoleOnlyForCli());
    }

    /** The rules by name; none fails for lack of classes to look at. */
    public Map<String, ArchRule> all() {
        return Map.copyOf(rules);
    }

    /** Every package may use {@code files}, too. */
    private ArchRule usesOnly(String name, String... allowed) {
        String[] permitted = Stream.concat(Stream.of(name, "files"), Arrays.stream(allowed))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(in(name)))
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..").and(resideOutsideOfPackages(permitted)))
                .as(name + " uses nothing of ours but files and " + Arrays.toString(allowed))
                .allowEmptyShould(true);
    }

    private ArchRule noOtherPackages() {
        String[] known = uses.keySet().stream().map(this::in).toArray(String[]::new);
        return classes()
                .that(resideInAPackage(base + ".."))
                .should()
                .resideInAnyPackage(known)
                .as("there are no packages but " + uses.keySet()
                        + "; a new one is added to this list with what it may use")
                .allowEmptyShould(true);
    }

    private ArchRule onlyTensorflowKnowsTensorFlow() {
        return noClasses()
                .that(outside("tensorflow"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf.."))
                .as("only the package tensorflow knows TensorFlow, which has a class loader of its own")
                .allowEmptyShould(true);
    }

    private ArchRule chunkedImagesKnowNoImageJ() {
        return noClasses()
                .that(resideInAPackage(in("image.zarr")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("ij..", "java.awt.."))
                .as("images in chunks are read and written without ImageJ, on a cluster, too")
                .allowEmptyShould(true);
    }

    private ArchRule onlyChunkedImagesKnowCodecs() {
        return noClasses()
                .that(outside("image.zarr"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.github.luben..", "com.scalableminds.."))
                .as("only the package image.zarr knows the libraries that compress chunks")
                .allowEmptyShould(true);
    }

    private ArchRule onlyBatchSparkKnowsSpark() {
        return noClasses()
                .that(outside("batch.spark"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala.."))
                .as("only the package batch.spark knows Spark and Hadoop, which are there on a cluster only")
                .allowEmptyShould(true);
    }

    /** Besides what {@code batch} may use. */
    private ArchRule batchSparkUsesOnly() {
        return noClasses()
                .that(resideInAPackage(in("batch.spark")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("ij..", "net.imglib2..", "info.picocli..", "picocli.."))
                .as("batch.spark brings files to the segmenter, and leaves pixels and options to others")
                .allowEmptyShould(true);
    }

    private ArchRule batchDoesNotUseSpark() {
        return noClasses()
                .that(resideInAPackage(in("batch")).and(resideOutsideOfPackages(in("batch.spark"))))
                .should()
                .dependOnClassesThat(resideInAPackage(in("batch.spark")))
                .as("batches run without a cluster: batch does not use batch.spark")
                .allowEmptyShould(true);
    }

    private ArchRule filesNeedOnlyTheJdk() {
        return noClasses()
                .that(resideInAPackage(in("files")))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("java..", base + ".."))
                .as("what every package uses needs the JDK only")
                .allowEmptyShould(true);
    }

    private ArchRule engineNeedsOnlyTheJdk() {
        return noClasses()
                .that(resideInAPackage(in("engine")))
                .should()
                .dependOnClassesThat(
                        resideOutsideOfPackages("java..", "javax.management..", "org.slf4j..", base + ".."))
                .as("only types of the JDK cross the door to the tensor library")
                .allowEmptyShould(true);
    }

    private ArchRule tensorflowKnowsNoImages() {
        return noClasses()
                .that(resideInAPackage(in("tensorflow")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("ij..", "net.imglib2..", "org.scijava.."))
                .as("ImageJ, ImgLib2 and SciJava stay on the other side of the door")
                .allowEmptyShould(true);
    }

    private ArchRule contextOnlyForCommands() {
        return noClasses()
                .that(outside("command", "imagej"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.scijava.."))
                .as("algorithms are plain classes: SciJava is for commands only")
                .allowEmptyShould(true);
    }

    private ArchRule windowsOnlyForCommands() {
        DescribedPredicate<JavaClass> windows = resideInAnyPackage(
                        "java.awt..", "javax.swing..", "ij.gui..", "ij.plugin.frame..")
                .and(resideOutsideOfPackages(HEADLESS_AWT))
                .and(not(harmless()));
        return noClasses()
                .that(outside("command", "window", "imagej"))
                .should()
                .dependOnClassesThat(windows)
                .as("windows and dialogs are for commands and the package window only")
                .allowEmptyShould(true);
    }

    /** AWT's plain values, and ImageJ's regions, overlays and plots, which need no display. */
    private static DescribedPredicate<JavaClass> harmless() {
        return DescribedPredicate.describe("needs no display", type -> {
            if (type.getPackageName().equals("ij.gui")) {
                return type.getSimpleName().matches(".*Roi|Overlay|Line|Arrow|Wand|Plot");
            }
            return Arrays.asList(PLAIN_AWT)
                    .contains(outermost(type.getBaseComponentType()).getSimpleName());
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    private ArchRule consoleOnlyForCli() {
        return noClasses()
                .that(outside("cli").and(not(simpleName("HeadlessMain"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .as("only the command line programs print and exit")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> outside(String... names) {
        return resideInAPackage(base + "..")
                .and(resideOutsideOfPackages(Arrays.stream(names).map(this::in).toArray(String[]::new)));
    }

    private String in(String name) {
        return base + "." + name + "..";
    }
}

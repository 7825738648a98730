package org.jointattention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointattention.architecture.ArchitectureRules;
import org.junit.BeforeClass;
import org.junit.Test;

/** The packages use each other only as the design says; and the rules that say so do catch what they shall. */
public class ArchitectureTest {
    private static final ArchitectureRules RULES = new ArchitectureRules("org.jointattention");
    private static final ArchitectureRules FIXTURE_RULES =
            new ArchitectureRules("org.jointattention.architecture.fixture");

    /** Which class of the fixture breaks which rule. */
    private static final Map<String, String> FIXTURE = Map.ofEntries(
            Map.entry("files", "FilesUsesModel"),
            Map.entry("files libraries", "FilesUsesImageJ"),
            Map.entry("model", "ModelUsesEngine"),
            Map.entry("engine", "EngineUsesImage"),
            Map.entry("image", "ImageUsesEngine"),
            Map.entry("zarr", "ZarrUsesImageJ"),
            Map.entry("codecs", "ImageUsesZstd"),
            Map.entry("imagej", "ImageJUsesEngine"),
            Map.entry("tensorflow", "TensorFlowUsesTraining"),
            Map.entry("benchmark", "BenchmarkUsesCli"),
            Map.entry("evaluation", "EvaluationUsesBenchmark"),
            Map.entry("command", "CommandUsesTensorFlow"),
            Map.entry("window", "WindowUsesCommand"),
            Map.entry("packages", "Stray"),
            Map.entry("isolation", "SegmentationUsesTensorFlow"),
            Map.entry("cluster", "EvaluationUsesSpark"),
            Map.entry("spark", "SparkUsesImageJ"),
            Map.entry("batch without spark", "BatchUsesSpark"),
            Map.entry("engine libraries", "EngineUsesImageJ"),
            Map.entry("tensorflow libraries", "TensorFlowUsesImageJ"),
            Map.entry("context", "TrainingUsesContext"),
            Map.entry("windows", "ImageOpensWindow"),
            Map.entry("console", "BatchExits,BatchPrints"));

    private static final Pattern FIXTURE_CLASS =
            Pattern.compile("<org\\.jointattention\\.architecture\\.fixture\\.[a-z.]*\\.([A-Z]\\w*)");

    private static JavaClasses main;
    private static JavaClasses fixture;

    @BeforeClass
    public static void readClasses() {
        main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.jointattention");
        fixture = new ClassFileImporter().importPackages("org.jointattention.architecture.fixture");
    }

    @Test
    public void theProjectKeepsAllRules() {
        for (ArchRule rule : RULES.all().values()) {
            rule.check(main);
        }
    }

    @Test
    public void theProjectsClassesAreRead() {
        for (String name : Arrays.asList("files", "model", "engine", "image", "cli")) {
            String inPackage = "org.jointattention." + name;
            assertTrue(name, main.stream().anyMatch(c -> c.getPackageName().startsWith(inPackage)));
        }
        assertFalse(main.contain(ArchitectureTest.class));
    }

    /** Every violation of the fixture is found by the rule that its class is named after, and by no other. */
    @Test
    public void everyRuleCatchesItsViolation() {
        for (Map.Entry<String, ArchRule> rule : FIXTURE_RULES.all().entrySet()) {
            String expected = FIXTURE.getOrDefault(rule.getKey(), "");
            assertEquals(rule.getKey(), expected, culprits(rule.getValue().evaluate(fixture)));
        }
        assertTrue(FIXTURE_RULES.all().keySet().containsAll(FIXTURE.keySet()));
    }

    private static String culprits(EvaluationResult result) {
        return result.getFailureReport().getDetails().stream()
                .map(ArchitectureTest::origin)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** The class that a violation is about is the first one its text names. */
    private static String origin(String violation) {
        Matcher matcher = FIXTURE_CLASS.matcher(violation);
        return matcher.find() ? matcher.group(1) : violation;
    }
}

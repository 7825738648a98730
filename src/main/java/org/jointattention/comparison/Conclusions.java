package org.jointattention.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the numbers allow to be said, and what not, by fixed rules. */
final class Conclusions {
    private static final ReportMetric[] JUDGED = {ReportMetric.DICE, ReportMetric.BOUNDARY_F1};
    /** Below this the percentile bootstrap covers less than 90 % of what varies by seed, by simulation. */
    private static final int FEW_SEEDS = 10;

    private final Findings findings;
    private final String reference;

    Conclusions(Findings findings, String reference) {
        this.findings = findings;
        this.reference = reference;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (findings.dataSets().isEmpty()) {
            sentences.add("No cell is finished: nothing can be said yet.");
        }
        for (String data : findings.dataSets()) {
            for (ReportMetric metric : JUDGED) {
                sentences.add(data + ", " + metric.title() + ": " + verdict(data, metric));
            }
            fewSeeds(data).ifPresent(sentences::add);
        }
        overAll().ifPresent(sentences::add);
        return sentences;
    }

    private String verdict(String data, ReportMetric metric) {
        List<Network> compared = findings.networks(data).stream()
                .filter(network -> findings.difference(network, metric).isPresent())
                .collect(Collectors.toList());
        if (compared.isEmpty()) {
            return "nothing can be compared with " + named() + " yet.";
        }
        String better = names(compared, metric, true);
        String worse = names(compared, metric, false);
        if (better.isEmpty() && worse.isEmpty()) {
            return "no network differs from " + named() + " beyond its 95 % interval.";
        }
        return (better.isEmpty() ? "no network is better than " : "better than ") + named()
                + " beyond the 95 % interval" + (better.isEmpty() ? "" : ": " + better)
                + (worse.isEmpty() ? "." : "; worse: " + worse + ".");
    }

    /** A network may be called "none". */
    private String named() {
        return "`" + reference + "`";
    }

    private String names(List<Network> networks, ReportMetric metric, boolean better) {
        return networks.stream()
                .filter(network -> {
                    PairedDifference found =
                            findings.difference(network, metric).get();
                    return found.isClear() && found.mean() > 0 == (better == metric.isHigherBetter());
                })
                .map(network -> {
                    PairedDifference found =
                            findings.difference(network, metric).get();
                    return "`" + network.title() + "` (" + metric.difference(found.mean()) + ")";
                })
                .collect(Collectors.joining(", "));
    }

    /** Which networks gain over all data sets together. */
    private Optional<String> overAll() {
        List<String> clear = new ArrayList<>();
        int compared = 0;
        for (Network network : findings.averaged()) {
            Optional<PairedDifference> found = findings.meanDifference(network, ReportMetric.DICE);
            compared += found.isPresent() ? 1 : 0;
            found.filter(PairedDifference::isClear)
                    .ifPresent(difference -> clear.add(
                            "`" + network.title() + "` (" + ReportMetric.DICE.difference(difference.mean()) + ")"));
        }
        if (compared == 0) {
            return Optional.empty();
        }
        return Optional.of("Mean Dice over the data sets: "
                + (clear.isEmpty()
                        ? "no network differs from " + named() + " beyond its 95 % interval."
                        : "different from " + named() + " beyond the 95 % interval: " + String.join(", ", clear)
                                + "."));
    }

    /** A bootstrap over few seeds knows little of how seeds differ. */
    private Optional<String> fewSeeds(String data) {
        List<Network> networks = findings.networks(data);
        long few = networks.stream()
                .filter(network -> findings.results(network).size() < FEW_SEEDS)
                .count();
        return few == 0
                ? Optional.empty()
                : Optional.of(data + ": " + few + " of " + networks.size() + " networks have fewer than " + FEW_SEEDS
                        + " seeds, so their intervals are too narrow for what varies from training to training"
                        + " (see docs/comparing.md).");
    }
}

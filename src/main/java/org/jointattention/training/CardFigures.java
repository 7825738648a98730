package org.jointattention.training;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointattention.engine.Device;
import org.jointattention.model.Model;
import org.jointattention.model.ModelCard;

/** Fills the figures of a training into a model's card. */
final class CardFigures {
    private final ModelCard card;
    private final Map<String, String> figures;

    CardFigures(ModelCard card) {
        this.card = card;
        this.figures = new LinkedHashMap<>(card.figures());
    }

    /** @param model the one that the training started from, if any */
    CardFigures start(Optional<Model> model) {
        model.ifPresent(found -> figures.put("started from", found.card().name()));
        return this;
    }

    CardFigures images(Split split) {
        figures.put("training images", count(split.train()));
        figures.put("validation images", count(split.validation()));
        return this;
    }

    private static String count(DataSet data) {
        return Integer.toString(data.samples().size());
    }

    CardFigures training(TrainingLoop loop) {
        if (loop.isUnvalidated()) {
            figures.put("validation", "none: the training was stopped before the first");
        } else {
            loop.kept().ifPresent(this::best);
        }
        figures.put("steps", Long.toString(loop.step()));
        figures.put("minutes", String.format(Locale.ROOT, "%.1f", loop.seconds() / 60));
        return this;
    }

    private void best(BestWeights best) {
        if (!Double.isNaN(best.dice())) {
            figures.put("validation Dice", String.format(Locale.ROOT, "%.4f", best.dice()));
        }
        figures.put("best step", Long.toString(best.step()));
    }

    CardFigures device(Device device) {
        figures.put("device", device.name());
        return this;
    }

    ModelCard card() {
        return new ModelCard(
                card.name(),
                card.description(),
                card.data(),
                card.licence(),
                card.attribution(),
                card.trainingCommand(),
                figures);
    }
}

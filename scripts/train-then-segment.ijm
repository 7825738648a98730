// Trains a model on a folder of images and one of masks, then segments an image with it.
//
// The argument holds key=value pairs, one a line:
//   images=FOLDER   training images                 masks=FOLDER   their masks, of the same names
//   image=FILE      the image to segment            output=FILE    the label image to write, .tif
//   model=FILE      the model to write, .zip        steps=N        steps of the training (default 500)
//
// Without a display:
//   java -Djava.awt.headless=true -cp ... org.jointattention.imagej.HeadlessMain scripts/train-then-segment.ijm "..."
// In ImageJ without an argument, it asks.

argument = getArgument();
if (argument != "") setBatchMode(true); // nobody looks on
images = value("images", "");
masks = value("masks", "");
image = value("image", "");
output = value("output", "");
model = value("model", "");
steps = value("steps", "500");
if (images == "") images = getDirectory("Folder of training images");
if (masks == "") masks = getDirectory("Folder of their masks");
if (image == "") image = File.openDialog("Image to segment");
if (model == "") model = images + "model.zip";

run("Train Model...", "source=Folders images=[" + images + "] masks=[" + masks + "] saveas=[" + model + "] mode=new"
    + " minutes=0 steps=" + steps + " validation=0.2 seed=1");
if (!File.exists(model)) exit("The training was cancelled.");

open(image);
run("Segment Image...", "modelfile=[" + model + "] output=Labels");
if (output != "") saveAs("Tiff", output);

// The text after key= in a line of the argument.
function value(key, standard) {
    lines = split(argument, "\n");
    for (i = 0; i < lines.length; i++) {
        if (startsWith(lines[i], key + "=")) return substring(lines[i], lengthOf(key) + 1);
    }
    return standard;
}

// Trains a model on a folder of images and one of their masks, then segments an image with it.
//
// With a window:    Plugins > Macros > Run...; it asks for folders and image
// Without a window: scripts/imagej --headless scripts/train-then-segment.ijm "ARGUMENT",
//                   or in Fiji fiji --headless -macro train-then-segment.ijm "ARGUMENT"
//
// ARGUMENT is a list of key=value:
//   images=DIR    the training images
//   masks=DIR     their masks, of the same names: 0 is the background, 1 the first class, ..., 255 unlabelled
//   image=PATH    the image to segment
//   output=PATH   the label image to write; without it, it stays open
//   model=PATH    the model to write (default: model.zip beside the folder of images)
//   steps=N       the length of the training (default: 500)
// Paths that contain blanks are written in square brackets: images=[/my images]

options = getArgument();
images = value(options, "images", "");
masks = value(options, "masks", "");
image = value(options, "image", "");
output = value(options, "output", "");
model = value(options, "model", "");
steps = value(options, "steps", "500");

if (is("Batch Mode") && (images == "" || masks == "" || image == "")) {
    exit("Nobody can be asked here: give the argument images=DIR masks=DIR image=PATH.");
}
if (images == "") {
    images = getDirectory("Folder of training images");
}
if (masks == "") {
    masks = getDirectory("Folder of their masks");
}
if (image == "") {
    image = File.openDialog("Image to segment");
}
if (model == "") {
    model = File.getParent(images) + File.separator + "model.zip";
}

// What is left out, such as the size of the network, is derived from the images; the log says why.
run("Train Model...",
    "source=Folders images=[" + images + "] masks=[" + masks + "] saveas=[" + model + "] mode=new"
    + " minutes=0 steps=" + steps + " validation=0.2 seed=1");
if (!File.exists(model)) {
    exit("The training was cancelled.");
}

open(image);
run("Segment Image...", "modelfile=[" + model + "] output=Labels");

// The label image is the active one now: 0 is the background, 1 the first class, ...
print("Labels: " + getTitle());

if (output != "") {
    saveAs("Tiff", output);
}

// The value after key= in the argument; otherwise what else it is to be.
function value(options, key, otherwise) {
    at = indexOf(" " + options, " " + key + "=");
    if (at < 0) {
        return otherwise;
    }
    rest = substring(options, at + lengthOf(key) + 1);
    if (startsWith(rest, "[")) {
        return substring(rest, 1, indexOf(rest, "]"));
    }
    end = indexOf(rest, " ");
    if (end < 0) {
        return rest;
    }
    return substring(rest, 0, end);
}

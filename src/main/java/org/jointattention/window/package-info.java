/** What opens windows of its own, beside the dialogs of the commands. */
package org.jointattention.window;

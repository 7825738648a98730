/** Many files: each on its own, with a summary of what became of them. */
package org.jointattention.batch;

/**
 * What every package needs of files: results that appear when they are complete, folders that are checked before the
 * work, tables, and failures in words. Uses the JDK only; every package may use it.
 */
package org.jointattention.files;

/**
 * How fast a network runs here, and how much memory it takes: inference and training, each case in a process of its
 * own. Only the command line program uses it.
 */
package org.jointattention.benchmark;

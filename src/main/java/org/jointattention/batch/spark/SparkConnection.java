package org.jointattention.batch.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A connection to the cluster that {@code spark-submit} chose. Close it when done. */
public final class SparkConnection implements AutoCloseable {
    private final JavaSparkContext context;

    /**
     * @param name of the application, where {@code spark-submit} was given none
     * @throws ClusterException if Spark does not start
     */
    public SparkConnection(String name) {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", name);
        // What the driver remembers of jobs that are over, for its web page, has a limit.
        conf.setIfMissing("spark.ui.retainedTasks", "10000");
        conf.setIfMissing("spark.ui.retainedJobs", "100");
        conf.setIfMissing("spark.ui.retainedStages", "100");
        if (!conf.contains("spark.master")) {
            throw new ClusterException("Start this program by spark-submit, which says what cluster to use.");
        }
        context = new JavaSparkContext(conf);
    }

    /** As {@link SparkBatch#run}. */
    public RunCounts run(SparkRequest request, RunListener listener) throws IOException {
        return new SparkBatch(context).run(request, listener);
    }

    @Override
    public void close() {
        context.close();
    }
}

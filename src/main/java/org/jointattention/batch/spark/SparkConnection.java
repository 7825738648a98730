package org.jointattention.batch.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;

/** A connection to the cluster that {@code spark-submit} chose. Close it when done. */
public final class SparkConnection implements AutoCloseable {
    private final JavaSparkContext context;

    /**
     * @param name of the application, where {@code spark-submit} was given none
     * @throws ClusterException if Spark does not start
     */
    public SparkConnection(String name) {
        SparkConf conf = withLimits(new SparkConf().setIfMissing("spark.app.name", name));
        if (!conf.contains("spark.master")) {
            throw new ClusterException("Start this program by spark-submit, which says what cluster to use.");
        }
        conf.set("spark.serializer", JavaSerializer.class.getName()); // what is sent is made for it
        context = new JavaSparkContext(conf);
    }

    /** Limits what the driver remembers, for its web page, of jobs that are over. */
    static SparkConf withLimits(SparkConf conf) {
        return conf.setIfMissing("spark.ui.retainedTasks", "5000")
                .setIfMissing("spark.ui.retainedJobs", "100")
                .setIfMissing("spark.ui.retainedStages", "100");
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

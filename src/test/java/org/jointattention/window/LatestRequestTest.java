package org.jointattention.window;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class LatestRequestTest {
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void work(int request) {
        begun.countDown();
        await(release);
        done.add(request);
    }

    @Test
    public void whatIsOvertakenIsDropped() {
        CountDownLatch last = new CountDownLatch(2);
        try (LatestRequest<Integer> requests = new LatestRequest<>(
                "test",
                request -> {
                    work(request);
                    last.countDown();
                },
                ended::countDown)) {
            requests.submit(1);
            await(begun);
            requests.submit(2);
            requests.submit(3);
            release.countDown();
            await(last);
        }
        await(ended);
        assertEquals(List.of(1, 3), done);
    }

    @Test
    public void closingFinishesWhatIsBegunAndNothingElse() {
        LatestRequest<Integer> requests = new LatestRequest<>("test", this::work, () -> {
            done.add(-1);
            ended.countDown();
        });
        requests.submit(1);
        await(begun);
        requests.submit(2);
        requests.close();
        assertTrue(requests.isClosed());
        release.countDown();
        await(ended);
        assertEquals("the end comes after the work", List.of(1, -1), done);
    }

    @Test
    public void closingWithoutWorkEnds() {
        new LatestRequest<Integer>("test", this::work, ended::countDown).close();
        await(ended);
        assertTrue(done.isEmpty());
    }
}

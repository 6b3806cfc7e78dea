package dev.jvirt.benchmarks.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;

/// Makes a call again and again, on several threads, for as long as each turn lasts.
final class Turns {
    private final Call call;
    private final CyclicBarrier barrier;
    private final AtomicLong calls = new AtomicLong();
    private volatile long end;

    /// What is measured.
    interface Call {
        void make() throws Exception;
    }

    private Turns(Call call, int threads) {
        this.call = call;
        this.barrier = new CyclicBarrier(threads + 1);
    }

    /// Takes its turns until standard input ends.
    static void take(Call call, int threads) throws IOException, InterruptedException {
        var turns = new Turns(call, threads);
        for (int i = 0; i < threads; i++) {
            Thread.ofPlatform().daemon().start(turns::callInTurns);
        }
        try (var in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(turns.turn(Long.parseLong(line)));
            }
        }
    }

    private long turn(long milliseconds) throws InterruptedException {
        calls.set(0);
        end = System.nanoTime() + milliseconds * 1_000_000;
        await();
        await();
        return calls.get();
    }

    private void await() throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void callInTurns() {
        try {
            while (true) {
                await();
                long count = 0;
                while (System.nanoTime() < end) {
                    call.make();
                    count++;
                }
                calls.addAndGet(count);
                await();
            }
        } catch (Exception e) {
            // Whoever waits for the number of calls sees that there is none.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}

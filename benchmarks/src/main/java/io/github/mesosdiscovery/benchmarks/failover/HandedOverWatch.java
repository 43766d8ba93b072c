package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A bare watch that tells on a thread which is not ZooKeeper's: the least that it costs
 * to let a listener take its time.
 */
final class HandedOverWatch implements Contender {

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	private final BareWatch watch;

	HandedOverWatch(String servers, Consumer<String> told) throws IOException {
		this.watch = new BareWatch(servers, (znode) -> this.executor.execute(() -> told.accept(znode)));
	}

	@Override
	public boolean isReady(List<String> masters) {
		return this.watch.isReady(masters);
	}

	@Override
	public void close() {
		this.watch.close();
		this.executor.shutdown();
	}

}

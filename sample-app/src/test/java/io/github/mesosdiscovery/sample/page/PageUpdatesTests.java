package io.github.mesosdiscovery.sample.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.sample.framework.FrameworkStatus;
import io.github.mesosdiscovery.sample.framework.FrameworkStatus.State;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageUpdates}.
 */
@Timeout(60)
@MesosCluster
class PageUpdatesTests {

	@SuppressWarnings("NullAway.Init")
	private ZooKeeperMasterLocator locator;

	@SuppressWarnings("NullAway.Init")
	private PageUpdates updates;

	private @Nullable PageState shown;

	@BeforeEach
	void start(TestMesosCluster cluster) throws InterruptedException {
		this.locator = ZooKeeperMasterLocator.builder(cluster.mechanism()).build();
		this.updates = new PageUpdates(this.locator);
		this.locator.start();
		this.updates.start();
		await((state) -> state.masters().size() == 3);
	}

	@AfterEach
	void stop() {
		this.updates.stop();
		this.locator.close();
	}

	@Test
	void followTheConnectionAndTheMasters(TestMesosCluster cluster) throws InterruptedException {
		cluster.killLeader();
		PageState after = await((state) -> state.masters().size() == 2);
		assertThat(after.leader()).isEqualTo(after.masters().get(0));
		cluster.stopZooKeeper();
		await((state) -> state.connection().state() == ConnectionState.RECONNECTING);
		cluster.startZooKeeper();
		await((state) -> state.connection().state() == ConnectionState.CONNECTED);
	}

	@Test
	void wakeAllWaitingPages(TestMesosCluster cluster) throws Exception {
		Page one = new Page(this.updates, this.shown);
		Page other = new Page(this.updates, this.shown);
		Awaitility.await().until(() -> one.isWaiting() && other.isWaiting());
		cluster.killLeader();
		assertThat(one.next()).isPresent();
		assertThat(other.next()).isPresent();
	}

	@Test
	void areEmptyWhenTheTimeHasElapsed() throws InterruptedException {
		assertThat(this.updates.await(this.shown, Duration.ofMillis(1))).isEmpty();
	}

	@Test
	void skipWhatASlowPageHasMissed(TestMesosCluster cluster) throws Exception {
		PageState before = this.shown;
		cluster.killLeader();
		PageState latest = await((state) -> state.masters().size() == 2 && state.leader() != null);
		assertThat(this.updates.await(before, Duration.ofMinutes(1))).containsSame(latest);
	}

	@Test
	void endWithTheApplication(TestMesosCluster cluster) throws Exception {
		Page page = new Page(this.updates, this.shown);
		Awaitility.await().until(page::isWaiting);
		this.updates.stop();
		assertThat(page.next()).isEmpty();
		assertThat(this.updates.isRunning()).isFalse();
		cluster.killLeader();
		assertThat(this.updates.await(this.shown, Duration.ofMinutes(1))).isEmpty();
	}

	@Test
	void startAgainWithTheLocator(TestMesosCluster cluster) throws InterruptedException {
		this.updates.stop();
		this.locator.close();
		cluster.killLeader();
		this.locator.start();
		this.updates.start();
		await((state) -> state.connection().state() == ConnectionState.CONNECTED && state.masters().size() == 2);
	}

	@Test
	void showTheFramework(TestMesosCluster cluster) throws InterruptedException {
		assertThat(Objects.requireNonNull(this.shown).framework()).isNull();
		FrameworkStatus status = new FrameworkStatus(State.SUBSCRIBED, URI.create("http://127.0.0.1:5050"),
				"x".repeat(60_000), 1, 2, 3, Instant.EPOCH, null);
		this.updates.showFramework(status);
		PageState state = await((latest) -> latest.framework() != null);
		assertThat(state.masters()).hasSize(3);
		assertThat(state.toString()).hasSizeLessThan(2500);
		cluster.killLeader();
		assertThat(await((latest) -> latest.masters().size() == 2).framework()).isEqualTo(state.framework());
	}

	private PageState await(Predicate<PageState> wanted) throws InterruptedException {
		PageState state;
		do {
			state = this.updates.await(this.shown, Duration.ofSeconds(30)).orElseThrow();
			this.shown = state;
		}
		while (!wanted.test(state));
		return state;
	}

	/** Waits for the next state on a thread of its own. */
	private static final class Page {

		private final CompletableFuture<Optional<PageState>> next = new CompletableFuture<>();

		private final Thread thread;

		Page(PageUpdates updates, @Nullable PageState shown) {
			this.thread = new Thread(() -> {
				try {
					this.next.complete(updates.await(shown, Duration.ofMinutes(1)));
				}
				catch (InterruptedException ex) {
					this.next.completeExceptionally(ex);
				}
			});
			this.thread.setDaemon(true);
			this.thread.start();
		}

		boolean isWaiting() {
			return this.thread.getState() == Thread.State.TIMED_WAITING;
		}

		Optional<PageState> next() throws Exception {
			return this.next.get(30, TimeUnit.SECONDS);
		}

	}

}

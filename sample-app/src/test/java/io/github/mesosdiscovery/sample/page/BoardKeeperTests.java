package io.github.mesosdiscovery.sample.page;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BoardKeeper}.
 */
@Timeout(60)
@MesosCluster
class BoardKeeperTests {

	private final Board board = new Board();

	@SuppressWarnings("NullAway.Init")
	private ZooKeeperMasterLocator locator;

	@SuppressWarnings("NullAway.Init")
	private BoardKeeper keeper;

	private @Nullable PageState seen;

	@BeforeEach
	void start(TestMesosCluster cluster) throws InterruptedException {
		this.locator = ZooKeeperMasterLocator.builder(cluster.mechanism()).build();
		this.keeper = new BoardKeeper(this.locator, this.board);
		this.locator.start();
		this.keeper.start();
		await((state) -> state.masters().size() == 3);
	}

	@AfterEach
	void stop() {
		this.keeper.stop();
		this.locator.close();
	}

	@Test
	void followsTheConnectionAsWellAsTheMasters(TestMesosCluster cluster) throws InterruptedException {
		cluster.killLeader();
		PageState after = await((state) -> state.masters().size() == 2);
		assertThat(after.leader()).isEqualTo(after.masters().get(0));
		cluster.stopZooKeeper();
		await((state) -> state.connection().state() == ConnectionState.RECONNECTING);
		cluster.startZooKeeper();
		await((state) -> state.connection().state() == ConnectionState.CONNECTED);
	}

	@Test
	void followsNoMoreOnceItHasStopped(TestMesosCluster cluster) throws InterruptedException {
		this.keeper.stop();
		assertThat(this.keeper.isRunning()).isFalse();
		BoardKeeper another = new BoardKeeper(this.locator, new Board());
		cluster.killLeader();
		another.start();
		assertThat(this.board.next(this.seen, Duration.ofMillis(200))).isEmpty();
		another.stop();
	}

	@Test
	void startsAgainWithTheLocator(TestMesosCluster cluster) throws InterruptedException {
		this.keeper.stop();
		this.locator.close();
		cluster.killLeader();
		this.locator.start();
		this.keeper.start();
		await((state) -> state.connection().state() == ConnectionState.CONNECTED && state.masters().size() == 2);
	}

	private PageState await(Predicate<PageState> wanted) throws InterruptedException {
		PageState state;
		do {
			state = this.board.next(this.seen, Duration.ofSeconds(30)).orElseThrow();
			this.seen = state;
		}
		while (!wanted.test(state));
		return state;
	}

}

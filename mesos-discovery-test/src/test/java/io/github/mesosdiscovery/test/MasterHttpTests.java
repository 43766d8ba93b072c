package io.github.mesosdiscovery.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MasterHttp}.
 */
@Timeout(60)
class MasterHttpTests {

	private final TestMesosCluster cluster = TestMesosCluster.builder().http().masters(2).start();

	@AfterEach
	void close() {
		this.cluster.close();
	}

	@Test
	void publishesThePortThatItServes() throws Exception {
		SimulatedMaster master = this.cluster.startMaster(MasterFormat.UPID);
		assertThat(master.info().getPid()).isEqualTo("master@127.0.0.1:" + master.info().getPort());
		assertThat(master.info().getAddress().getPort()).isEqualTo(master.info().getPort());
		assertThat(Http.get(master, "/health").statusCode()).isEqualTo(200);
	}

	@Test
	void servesTheGivenPort() throws Exception {
		SimulatedMaster first = this.cluster.masters().get(0);
		int port = first.info().getPort();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(port).build()))
			.withMessageContaining("127.0.0.1:" + port);
		first.kill();
		SimulatedMaster again = this.cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(port).build());
		assertThat(Http.get(again, "/health").statusCode()).isEqualTo(200);
		assertThat(this.cluster.masters()).hasSize(2).last().isSameAs(again);
	}

	@Test
	void releasesThePortIfItCannotRegister() {
		int port = this.cluster.killLeader().info().getPort();
		this.cluster.stopZooKeeper();
		for (int i = 0; i < 2; i++) {
			assertThatIllegalStateException()
				.isThrownBy(() -> this.cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(port).build()));
		}
	}

	@Test
	void redirectsToTheCurrentLeader() throws Exception {
		SimulatedMaster second = this.cluster.masters().get(1);
		assertThat(Http.get(second, "/state").statusCode()).isEqualTo(307);
		SimulatedMaster killed = this.cluster.killLeader();
		assertThat(Http.get(second, "/state").statusCode()).isEqualTo(200);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Http.get(killed, "/state"));
	}

	@Test
	void isUnavailableWithoutLeader() throws Exception {
		List<SimulatedMaster> masters = this.cluster.masters();
		masters.forEach(SimulatedMaster::delete);
		HttpResponse<String> response = Http.get(masters.get(0), "/state");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).isEqualTo("No leader elected");
	}

	@Test
	void stopHttpKeepsTheRegistration() {
		SimulatedMaster leader = this.cluster.masters().get(0);
		leader.stopHttp();
		leader.stopHttp();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Http.get(leader, "/health"));
		assertThat(this.cluster.leader()).containsSame(leader);
		leader.close();
		assertThat(leader.isAlive()).isFalse();
	}

	@Test
	void doesNotListenByDefault() throws IOException {
		try (TestMesosCluster plain = TestMesosCluster.builder().start(); Socket taken = new Socket()) {
			taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
			SimulatedMaster master = plain.startMaster(MasterFormat.JSON,
					SimulatedMasters.info(taken.getLocalPort()).build());
			assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> Http.get(master, "/health"));
			master.stopHttp();
			assertThat(master.isAlive()).isTrue();
		}
	}

}

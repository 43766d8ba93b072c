package io.github.mesosdiscovery.sample.page;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMaster;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page as a user sees it, in a real browser.
 */
@Timeout(180)
@MesosCluster
class PageBrowserTests {

	@SuppressWarnings("NullAway.Init")
	private static Browser browser;

	@BeforeAll
	static void start() {
		browser = Browser.start();
	}

	@AfterAll
	static void stop() {
		if (browser != null) {
			browser.close();
		}
	}

	@Test
	void showsWhoLeadsAndWhoIsNextWithoutBeingLoadedAgain(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster)) {
			browser.look(sample.url());
			browser.awaitText("leader-name", "localhost:5050");
			browser.awaitText("live", "Live");
			assertThat(browser.text("leader-since")).containsPattern("Leading for at least \\d+ s, since before \\d\\d:\\d\\d:\\d\\d");
			assertThat(browser.script("return document.getElementById('leader-name').href"))
				.isEqualTo("http://127.0.0.1:5050/");
			assertThat(browser.text("connection-code")).isEqualTo("CONNECTED");
			assertThat(browser.text("framework")).isEmpty();
			browser.script("window.loaded = 'once'");
			SimulatedMaster dead = cluster.killLeader();
			browser.awaitText("leader-name", "localhost:5051");
			browser.awaitText("leader-znode", cluster.leader().orElseThrow().znode());
			browser.awaitText("changes", "localhost:5051 leads");
			browser.awaitText("changes", "localhost:5050 left");
			browser.awaitText("masters", "localhost:5052 next in line");
			assertThat(browser.text("leader-since")).containsPattern("Leading for \\d+ s, since \\d\\d:\\d\\d:\\d\\d");
			assertThat(browser.script("return document.querySelector('#masters li:nth-child(2) a').href"))
				.isEqualTo("http://127.0.0.1:5052/");
			assertThat(browser.text("masters")).doesNotContain(dead.znode());
			assertThat(browser.script("return window.loaded")).isEqualTo("once");
			assertThat(browser.script("return document.title")).isEqualTo("localhost:5051 · Mesos masters");
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void showsThatTheFrameworkSurvivesAFailover() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().http().masters(2).start();
				RunningSample sample = new RunningSample(cluster, "--sample.framework.enabled=true")) {
			browser.look(sample.url());
			browser.awaitText("framework-state", "Subscribed");
			String id = browser.text("framework-id");
			assertThat(browser.text("framework-subscriptions")).isEqualTo("1");
			cluster.killLeader();
			browser.awaitText("framework-master", ":" + cluster.leader().orElseThrow().info().getPort());
			browser.awaitText("framework-subscriptions", "2");
			assertThat(browser.text("framework-id")).isEqualTo(id);
			cluster.killLeader();
			browser.awaitText("framework-state", "Waiting for a leader");
			browser.awaitText("framework-note", "No Mesos master leads");
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void saysThatThereIsNoLeader(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster)) {
			browser.look(sample.url());
			browser.awaitText("masters", "localhost:5052");
			cluster.masters().forEach(SimulatedMaster::kill);
			browser.awaitText("leader-name", "No leader");
			browser.awaitText("leader-note", "/mesos");
			browser.awaitText("changes", "no longer leads, and there is no new leader");
			browser.awaitText("masters-none", "No masters are known");
			cluster.startMaster();
			browser.awaitText("leader-name", "localhost:5053");
		}
	}

	@Test
	void saysThatZooKeeperIsAway(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster, "--mesos.discovery.zk.session-timeout=2s")) {
			browser.look(sample.url());
			browser.awaitText("connection-state", "Connected");
			cluster.stopZooKeeper();
			// How long it is lost before it is away, is the session timeout.
			browser.awaitText("changes", "ZooKeeper: connection lost");
			browser.awaitText("connection-state", "Disconnected");
			browser.awaitText("connection-code", "DISCONNECTED");
			browser.awaitText("leader-name", "Leader unknown");
			browser.awaitText("changes", "Unknown whether localhost:5050 still leads");
			cluster.startZooKeeper();
			browser.awaitText("connection-state", "Connected");
			browser.awaitText("leader-name", "localhost:");
		}
	}

	@Test
	void keepsTheLeaderWhileTheConnectionIsLost(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster, "--mesos.discovery.zk.session-timeout=40s")) {
			browser.look(sample.url());
			browser.awaitText("leader-name", "localhost:5050");
			cluster.stopZooKeeper();
			browser.awaitText("connection-code", "RECONNECTING");
			browser.awaitText("connection-note", "as last read");
			assertThat(browser.text("leader-name")).isEqualTo("localhost:5050");
			assertThat(browser.script("return document.getElementById('leader').dataset.tone")).isEqualTo("warning");
		}
	}

	@Test
	void saysThatItHasLostItsServerAndComesBack(TestMesosCluster cluster) {
		int port;
		try (RunningSample sample = new RunningSample(cluster)) {
			port = sample.port();
			browser.look(sample.url());
			browser.awaitText("live", "Live");
		}
		browser.awaitText("lost", "This page has lost its connection");
		assertThat(browser.text("live")).isEqualTo("Offline");
		assertThat(browser.script("return document.title")).isEqualTo("Offline · Mesos masters");
		assertThat(browser.script("return document.getElementById('icon').href").toString()).endsWith("/offline.svg");
		String since = browser.text("leader-since") + browser.text("connection");
		// Two seconds as the page counts them.
		browser.script("const now = Date.now() + 2000; Date.now = () => now; tick()");
		assertThat(browser.text("leader-since") + browser.text("connection")).isEqualTo(since);
		browser.photograph("offline");
		try (RunningSample sample = new RunningSample(port, cluster)) {
			assertThat(sample.port()).isEqualTo(port);
			browser.awaitText("live", "Live");
			assertThat(browser.text("lost")).isEmpty();
			assertThat(browser.script("return document.title")).isEqualTo("localhost:5050 · Mesos masters");
			assertThat(browser.script("return document.getElementById('icon').href").toString()).endsWith("/icon.svg");
		}
	}

	@Test
	void opensTheNextStreamWithoutBeingOffline(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster, "--sample.page.lifetime=500ms")) {
			browser.look(sample.url());
			browser.awaitText("live", "Live");
			browser.script("""
					window.opened = 0;
					window.seen = new Set();
					const connectAgain = connect;
					connect = () => { window.opened++; connectAgain(); };
					new MutationObserver(() => window.seen.add(document.getElementById('live').textContent))
						.observe(document.getElementById('live'), { childList: true, characterData: true, subtree: true });
					""");
			Awaitility.await().until(() -> (Long) browser.script("return window.opened") > 2);
			assertThat(browser.script("return [...window.seen].join()")).isEqualTo("");
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void takesWhatMastersPublishForText(TestMesosCluster cluster) {
		String hostile = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>";
		cluster.masters().forEach(SimulatedMaster::kill);
		cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(5050).setVersion(hostile).build());
		cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(5051).setHostname(hostile).build());
		cluster.createRaw("json.info_0000000009", "<b>not JSON</b>".getBytes());
		try (RunningSample sample = new RunningSample(cluster)) {
			browser.look(sample.url());
			browser.awaitText("masters", "json.info_0000000009");
			assertThat(browser.text("leader-version")).isEqualTo(hostile);
			assertThat(browser.script("return document.title")).isEqualTo("localhost:5050 · Mesos masters");
			assertThat(browser.script("return document.querySelectorAll('main img, main script, main b').length"))
				.isEqualTo(0L);
			assertThat(browser.complaints()).isEmpty();
		}
	}

	@Test
	void keepsItsPolicyOfScripts(TestMesosCluster cluster) {
		try (RunningSample sample = new RunningSample(cluster)) {
			browser.look(sample.url());
			browser.awaitText("live", "Live");
			Object owned = browser.script("""
					const button = document.createElement('button');
					button.setAttribute('onclick', 'window.owned = true');
					document.body.append(button);
					button.click();
					return String(window.owned);
					""");
			assertThat(owned).isEqualTo("undefined");
			assertThat(browser.complaints()).anyMatch((complaint) -> complaint.contains("Content Security Policy"));
		}
	}

}

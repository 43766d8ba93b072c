package io.github.mesosdiscovery.zookeeper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what {@link Mechanism} refuses, and how.
 */
class InvalidMechanismTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                           | the mechanism is empty
			ZK://h/mesos                 | lower case
			zk:/h/mesos                  | two slashes
			mesos://zk://h:2181/mesos    | a form of Spark
			http://m1:5050               | a URL of a master's HTTP API
			HTTPS://m1:5050/state        | a URL of a master's HTTP API
			zookeeper://h/mesos          | the scheme is not known
			h1:2181,h2:2181/mesos        | a list of ZooKeeper servers needs zk://
			h1:2181;h2:2181              | a list of ZooKeeper servers needs zk://
			h1:2181/mesos                | zk:// is missing
			zk:h1:2181/mesos             | zk:// is missing
			/etc/mesos/zk                | a path alone is no mechanism
			file:/etc/mesos/zk           | file:// and its path
			agent@10.0.0.1:5050          | only master@
			master@x@10.0.0.1:5050       | only master@
			zk://h1:2181                 | is not supported)
			zk://h1:2181/                | is not supported)
			zk://h1:2181//               | is not supported)
			zk://h1:2181//mesos          | empty node name
			zk://h1:2181/mesos//         | must not end with /
			zk://h1:2181/a/../b          | relative paths
			zk://h1:2181/a/./b           | relative paths
			zk://h1/mes\u200bos         | a character that does not show
			zk://h1/mes\u202eos         | a character that does not show
			zk://h1/mesos,zk://h2/mesos  | once for all servers
			zk://                        | the path of the masters is missing
			zk:///mesos                  | no ZooKeeper server
			zk:// /mesos                 | no ZooKeeper server
			zk://u:p@/mesos              | no ZooKeeper server
			zk://h1,,h2/mesos            | server 2 is empty
			zk://h1, /mesos              | server 2 is empty
			zk://h1,/mesos               | server 2 is empty
			zk://h1 h2/mesos             | server 1 has white space in it
			zk://h1;h2/mesos             | not by semicolons
			zk://h1,:2181/mesos          | server 2 has no host
			zk://h1:/mesos               | a port that is not a number
			zk://h1:x/mesos              | a port that is not a number
			zk://h1:+1/mesos             | a port that is not a number
			zk://h1:123456/mesos         | a port that is not a number
			zk://h1:\u0662\u0661/mesos   | other digits than 0 to 9
			zk://h1:0/mesos              | not from 1 to 65535
			zk://h1:65536/mesos          | not from 1 to 65535
			zk://::1:2181/mesos          | stands in brackets
			zk://[::1/mesos              | no IPv6 address in brackets
			zk://[::1]2181/mesos         | no IPv6 address in brackets
			zk://[h1]:2181/mesos         | no IPv6 address in brackets
			zk://[h1]/mesos              | no IPv6 address in brackets
			zk://[::1%eth0]/mesos        | not a valid IPv6 address
			zk://10.0.0.256/mesos        | not a valid IPv4 address
			zk://h\u00f6st/mesos         | no host name has
			zk://@h1/mesos               | user name of the ZooKeeper credentials is empty
			zk://:p@h1/mesos             | user name of the ZooKeeper credentials is empty
			zk://u:p/q@h1/mesos          | mesos.discovery.zk.password
			zk://u:p@h1/q@h2/mesos       | mesos.discovery.zk.password
			localhost                    | the fixed master has no port
			master@localhost             | the fixed master has no port
			localhost:                   | a port that is not a number
			localhost:0                  | not from 1 to 65535
			my_master:5050               | a host that no URL allows
			:5050                        | the fixed master has no host
			m1 :5050                     | no host name has
			""")
	@DisplayName("#57 A URL without a path is refused, as Mesos does, and so is all that is no mechanism")
	void refused(String text, String reason) {
		InvalidMechanismException ex = refuse(text);
		assertThat(ex.reason()).contains(reason);
		assertThat(ex).hasMessageStartingWith(ex.reason() + ": found '" + ex.found().orElseThrow() + "'; expected ")
			.hasMessageEndingWith("for example " + ex.example())
			.hasNoCause();
		assertThat(ex.example()).isNotEqualTo(text);
		if (!ex.example().startsWith("file:")) {
			assertThat(Mechanism.parse(ex.example()).hint()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			h1,h2/mesos       | zk://zk1:2181,zk2:2181,zk3:2181/mesos
			zk://h1 h2/mesos  | zk://zk1:2181,zk2:2181,zk3:2181/mesos
			zk://h1           | zk://localhost:2181/mesos
			h1/mesos          | zk://localhost:2181/mesos
			/etc/mesos/zk     | file:///etc/mesos/zk
			localhost         | master@10.0.0.1:5050
			""")
	void examples(String text, String example) {
		assertThat(refuse(text).example()).isEqualTo(example);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://user:CANARY@", "zk://user:CANARY@h", "zk://user:CANARY@/mesos",
			"zk:/user:CANARY@h/p", "zk://user:CANARY@h:x/p", "zk://user:CANARY@h:0/p", "zk://user:CANARY@h/",
			"zk://user:CANARY@h//p", "zk://user:CANARY@h,,/p", "zk://user:CAN@CANARY@h", "zk://user:x/CANARY@h/p",
			"zk://user:CANARY/x@h/p", "zk://user:12/CANARY@h/p", "zk://user:CANARY", "zk://user:CANARY/mesos",
			"zk://user:x/CANARY", "zk://user:x,CANARY/mesos", "zk://user:x CANARY@h/", "zk://:CANARY@h/mesos",
			"zk:user:CANARY@h/p", "zk://user:1@CANARY@h/a@b", "ZK://user:CANARY@h/p", "zookeeper://user:CANARY@h/p",
			"http://user:CANARY@h/", "https://user:CANARY@h:5050", "mesos://zk://user:CANARY@h/p",
			"user:CANARY@host:5050", "user:CANARY@h1,h2/mesos", "user:CANARY", "user:CANARY@", "master@user:CANARY@h:1",
			"master@h:CANARY", "file:user:CANARY@h/p", "file:/user:CANARY@h/p", "file://user:CANARY@h/p",
			"file:///user:CANARY@h/p", "file://zk://user:CANARY@h/p",
			"zk://user:CANARY@h1:2181/m,zk://user:CANARY@h2/m", "zk://user:[CANARY]/mesos", "zk://[user:CANARY/mesos",
			"zk://u@x:CANARY/mesos", "/user:CANARY@h/p", "zk://user:CANARY@h/a\u0000b", "file:///user:CANARY@h\u0000" })
	void aPasswordIsNeverShown(String text) {
		InvalidMechanismException ex = refuse(text);
		assertThat(ex.toString() + ex.getMessage() + ex.reason() + ex.found() + ex.example()).doesNotContain("CANARY");
		assertThat(ex).hasNoCause();
		assertThat(ex.getSuppressed()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zk://u:p@h1,h2/               | zk://***@h1,h2/
			zk://h1:2181,h2:2181/         | zk://h1:2181,h2:2181/
			zk://h1:2181,h2:x/mesos       | zk://h1:2181,h2:***
			zk://[::1]:0/mesos            | zk://[::1]:0/mesos
			http://m1:5050/state          | http://m1:5050/state
			mesos://zk://u:p@h1/mesos     | mesos://zk://***@h1/mesos
			master@10.0.0.1:99999         | master@10.0.0.1:99999
			slave@10.0.0.1:5051           | ***@10.0.0.1:5051
			zk://master@h1/               | zk://***@h1/
			""")
	void shown(String text, String found) {
		assertThat(refuse(text).found()).contains(found);
	}

	@Test
	void controlCharactersAreEscaped() {
		assertThat(refuse("zk://h1/a\r\n\u001b[31m\u202eb").found())
			.contains("zk://h1/a\\u000d\\u000a\\u001b[31m\\u202eb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "zk:", ":", "a.", "@", "[", "1", "1.", "zk://h1:1," })
	void aVeryLongTextDoesNoHarm(String part) {
		assertThat(refuse(part.repeat(100_000)).getMessage()).hasSizeLessThan(1000);
		assertThat(refuse("zk://" + part.repeat(100_000) + "/.").getMessage()).hasSizeLessThan(1000);
	}

	@Test
	void aLongTextIsCutOff() {
		assertThat(refuse("x".repeat(10_000)).found()).contains("x".repeat(200) + "...");
		assertThat(refuse("zk://" + "x".repeat(195)).found()).contains("zk://" + "x".repeat(195));
	}

	private static InvalidMechanismException refuse(String text) {
		InvalidMechanismException ex = catchThrowableOfType(InvalidMechanismException.class,
				() -> Mechanism.parse(text));
		assertThat(ex).as(text).isNotNull();
		return ex;
	}

}

package io.github.mesosdiscovery.url;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the forms of {@link MasterUrl}.
 */
class MasterUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zk://host1:2181/mesos                     | host1:2181                 | /mesos
			zk://host1/mesos                          | host1:2181                 | /mesos
			zk://h1,h2:2182,h3/mesos                  | h1:2181,h2:2182,h3:2181    | /mesos
			zk://h1:2181, h2:2181 ,h3/mesos           | h1:2181,h2:2181,h3:2181    | /mesos
			zk://host1:2181/mesos/                    | host1:2181                 | /mesos
			zk://host1:2181/path/to/znode             | host1:2181                 | /path/to/znode
			zk://host1:2181/a.b/..c/d..               | host1:2181                 | /a.b/..c/d..
			zk://host1:2181/test/marco?x#y            | host1:2181                 | /test/marco?x#y
			zk://[::1]:2181,[2001:db8::10]/mesos      | [::1]:2181,[2001:db8::10]:2181 | /mesos
			zk://10.0.0.1:02181/mesos                 | 10.0.0.1:2181              | /mesos
			zk://zoo_1,zk.example.com.,a-b.c1:1/mesos | zoo_1:2181,zk.example.com.:2181,a-b.c1:1 | /mesos
			zk://h:65535/m                            | h:65535                    | /m
			zk://h1,,h2/mesos                         | h1:2181,h2:2181            | /mesos
			zk://,h1:2181,/mesos                      | h1:2181                    | /mesos
			zk://h1, ,h2, /mesos                      | h1:2181,h2:2181            | /mesos
			zk://::1:2181/mesos                       | [::1]:2181                 | /mesos
			zk://h1,2001:db8::10:2182/mesos           | h1:2181,[2001:db8::10]:2182 | /mesos
			zk://0.0.0.0:2181/mesos                   | 0.0.0.0:2181               | /mesos
			""")
	@DisplayName("#57 Hosts, ports and path of a zk:// URL")
	void zooKeeperUrl(String text, String servers, String path) {
		assertThat(MasterUrlParser.parse(text)).isEqualTo(new ZooKeeperUrl(servers, path, null));
		assertThat(MasterUrlParser.parse(text)).hasToString("zk://" + servers + path);
	}

	@ParameterizedTest
	@ValueSource(strings = { " zk://h/mesos", "zk://h/mesos\n", "\t zk://h/mesos \r\n" })
	void whiteSpaceAround(String text) {
		assertThat(MasterUrlParser.parse(text)).isEqualTo(new ZooKeeperUrl("h:2181", "/mesos", null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zk://jake:1@h/mesos             | jake   | 1
			zk://jake:a:b@h/mesos           | jake   | a:b
			zk://jake:p@ss@h/mesos          | jake   | p@ss
			zk://j@ke:p@ss@h/mesos          | j@ke   | p@ss
			zk://jake:p%40ss@h/mesos        | jake   | p%40ss
			zk://jake:p,h2 x@h/mesos        | jake   | p,h2 x
			zk://jake:@h/mesos              | jake   | ''
			zk://jake@h/mesos               | jake   |
			zk://jake:p@ss,w@rd@h/mesos     | jake   | p@ss,w@rd
			zk://j@ke.org:pa,ss@h/mesos     | j@ke.org | pa,ss
			zk://jake:a\u00a0 # "b@h/mesos  | jake   | a\u00a0 # "b
			""")
	@DisplayName("#57 User and password of a zk:// URL")
	void credentialsGoUpToTheLastAt(String text, String username, String password) {
		assertThat(MasterUrlParser.parse(text))
			.isEqualTo(new ZooKeeperUrl("h:2181", "/mesos", new DigestCredentials(username, password)));
		assertThat(MasterUrlParser.parse(text)).hasToString("zk://***@h:2181/mesos");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			localhost:5050            | localhost    | 5050
			master@10.0.0.1:5050      | 10.0.0.1     | 5050
			master@[2001:db8::1]:5050 | 2001:db8::1  | 5050
			2001:db8::1:5050          | 2001:db8::1  | 5050
			100.0.0.0:5050            | 100.0.0.0    | 5050
			' m1.example.com:80 '     | m1.example.com | 80
			master:5050               | master       | 5050
			zk:5050                   | zk           | 5050
			""")
	void fixedMaster(String text, String host, int port) {
		assertThat(MasterUrlParser.parse(text)).isEqualTo(new FixedMaster(host, port));
	}

	@Test
	void fixedMasterShowsIpv6InBrackets() {
		assertThat(new FixedMaster("::1", 5050)).hasToString("[::1]:5050");
		assertThat(new FixedMaster("m1", 5050)).hasToString("m1:5050");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zk://h1,h2:5050/mesos         | is the port of a Mesos master
			zk://h1:2181/mesos,h2/mesos   | all servers precede the path
			zk://jake:@h1/mesos           | have no password
			zk://jake@h1/mesos            | have no password
			zk:2181                       | 2181 of the fixed master is the port of ZooKeeper
			""")
	void hints(String text, String hint) {
		assertThat(MasterUrlParser.parse(text).hint()).hasValueSatisfying((found) -> assertThat(found).contains(hint));
		assertThat(MasterUrlParser.parse(text).hint())
			.hasValueSatisfying((found) -> assertThat(found).doesNotContain("jake", "h1,h2:5050", "h2/mesos"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://h1,h2:15050/mesos", "zk://jake:1@h1/mesos", "localhost:5050" })
	void noHint(String text) {
		assertThat(MasterUrlParser.parse(text).hint()).isEmpty();
	}

}

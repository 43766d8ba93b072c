package io.github.mesosdiscovery.url;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link InvalidMasterUrlException}: what is refused, and how.
 */
class InvalidMasterUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                           | the value is empty
			ZK://h/mesos                 | lower case
			zk:/h/mesos                  | two slashes
			mesos://zk://h:2181/mesos    | a Spark URL
			http://m1:5050               | a URL of a master's HTTP API
			HTTPS://m1:5050/state        | a URL of a master's HTTP API
			zookeeper://h/mesos          | the scheme is unknown
			h1:2181,h2:2181/mesos        | a list of ZooKeeper servers needs zk://
			h1:2181;h2:2181              | a list of ZooKeeper servers needs zk://
			h1:2181/mesos                | zk:// is missing
			zk:h1:2181/mesos             | zk:// is missing
			/etc/mesos/zk                | a path alone is not enough
			file:/etc/mesos/zk           | file:// and its path
			agent@10.0.0.1:5050          | only master@
			master@x@10.0.0.1:5050       | only master@
			zk://h1:2181                 | is not supported)
			zk://h1:2181/                | is not supported)
			zk://h1:2181//               | is not supported)
			zk://h1:2181//mesos          | empty node name
			zk://h1:2181/mesos//         | must not end with /
			zk://h1:2181/a/../b          | the path (relative paths
			zk://h1:2181/a/./b           | relative paths
			zk://h1/mesos,zk://h2/mesos  | once for all servers
			zk://                        | the path of the masters is missing
			zk:///mesos                  | no ZooKeeper server
			zk:// /mesos                 | no ZooKeeper server
			zk://u:p@/mesos              | no ZooKeeper server
			zk://,/mesos                 | no ZooKeeper server
			zk:// , ,/mesos              | no ZooKeeper server
			zk://h1,,h2:x/mesos          | server 3 has a port that is not a number
			zk://h1 h2/mesos             | server 1 contains white space
			zk://h1;h2/mesos             | not by semicolons
			zk://h1,:2181/mesos          | server 2 has no host
			zk://h1:/mesos               | a port that is not a number
			zk://h1:x/mesos              | a port that is not a number
			zk://h1:+1/mesos             | a port that is not a number
			zk://h1:123456/mesos         | a port that is not a number
			zk://h1:\u0662\u0661/mesos   | a port that is not a number
			zk://h1:0/mesos              | number from 1 to 65535
			zk://h1:65536/mesos          | number from 1 to 65535
			zk://::1/mesos               | more than one colon
			zk://2001:db8::1/mesos       | more than one colon
			zk://1:2:3:4:5:6:7:8/mesos   | more than one colon
			zk://u:p:h1:2181/mesos       | credentials end with an @
			zk://::1:x/mesos             | a port that is not a number
			zk://[::1/mesos              | not an IPv6 address in brackets
			zk://[::1]2181/mesos         | not an IPv6 address in brackets
			zk://[h1]:2181/mesos         | not an IPv6 address in brackets
			zk://[h1]/mesos              | not an IPv6 address in brackets
			zk://[::1%eth0]/mesos        | not a valid IPv6 address
			zk://10.0.0.256/mesos        | not a valid IPv4 address
			zk://h\u00f6st/mesos         | invalid character or length
			zk://@h1/mesos               | user name of the ZooKeeper credentials is empty
			zk://:p@h1/mesos             | user name of the ZooKeeper credentials is empty
			zk://:p,q@h1/mesos           | user name of the ZooKeeper credentials is empty
			zk://u:p/q@h1/mesos          | mesos.discovery.zk.password
			zk://u:p@h1/q@h2/mesos       | mesos.discovery.zk.password
			localhost                    | the fixed master has no port
			master@localhost             | the fixed master has no port
			localhost:                   | a port that is not a number
			localhost:0                  | number from 1 to 65535
			my_master:5050               | a host that a URL does not allow
			:5050                        | the fixed master has no host
			m1 :5050                     | invalid character or length
			""")
	@DisplayName("#57 A URL without a path is refused, like Mesos does, and so are texts that are not master URLs")
	void refused(String text, String reason) {
		InvalidMasterUrlException ex = refuse(text);
		assertThat(ex.reason()).contains(reason);
		assertThat(ex).hasMessageStartingWith(ex.reason() + "; expected ")
			.hasMessageEndingWith("for example " + ex.example())
			.hasNoCause();
		assertThat(ex.example()).isNotEqualTo(text);
		if (!ex.example().startsWith("file:")) {
			assertThat(MasterUrlParser.parse(ex.example()).hint()).isEmpty();
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
			"zk://user:CANARY@h//p", "zk://user:CANARY@,,/p", "zk://user:CAN@CANARY@h", "zk://user:x/CANARY@h/p",
			"zk://user:CANARY/x@h/p", "zk://user:12/CANARY@h/p", "zk://user:CANARY", "zk://user:CANARY/mesos",
			"zk://user:x/CANARY", "zk://user:x,CANARY/mesos", "zk://user:x CANARY@h/", "zk://:CANARY@h/mesos",
			"zk:user:CANARY@h/p", "zk://user:1@CANARY@h/a@b", "ZK://user:CANARY@h/p", "zookeeper://user:CANARY@h/p",
			"http://user:CANARY@h/", "https://user:CANARY@h:5050", "mesos://zk://user:CANARY@h/p",
			"user:CANARY@host:5050", "user:CANARY@h1,h2/mesos", "user:CANARY", "user:CANARY@", "master@user:CANARY@h:1",
			"master@h:CANARY", "file:user:CANARY@h/p", "file:/user:CANARY@h/p", "file://user:CANARY@h/p",
			"file:///user:CANARY@h/p", "file://zk://user:CANARY@h/p",
			"zk://user:CANARY@h1:2181/m,zk://user:CANARY@h2/m", "zk://user:[CANARY]/mesos", "zk://[user:CANARY/mesos",
			"zk://u@x:CANARY/mesos", "/user:CANARY@h/p", "zk://user:CANARY@h/a\u0000b", "file:///user:CANARY@h\u0000",
			"file:///no/CANARY", "file://CANARY", "zk://h1,user:CANARY@h2:x/mesos", "zk://user:p@h1,CANARY:x/mesos",
			"zk://user@CANARY@h1:x/mesos", "zk://h1:CANARY/mesos", "zk://h1/../CANARY", "zk://h1,CA_N%ARY/mesos",
			"CANARY:5_050", "CANARY_x:5050", "master@CANARY%:5050", "CANARY" })
	void passwordIsNeverRevealed(String text) {
		InvalidMasterUrlException ex = refuse(text);
		assertThat(ex.toString() + ex.getMessage() + ex.reason() + ex.example()).doesNotContain("CANARY");
		assertThat(ex).hasNoCause();
		assertThat(ex.getSuppressed()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zk://user@CANARY:h1:2181,user@CANARY:h2:2181/mesos
			zk://user@CANARY:h1,user@CANARY:h2/mesos
			zk://user@CANARY:h1:2181/mesos
			zk://user@CANARY:h1/mesos
			zk://user@CANARY:h1:2181,h2:2181/mesos
			zk://one@CANARY:h1:2181,two@CANARY:h2:2181/mesos
			zk://user@h1,user@h2/mesos
			""")
	void userAtPassword(String text) {
		InvalidMasterUrlException ex = refuse(text);
		assertThat(ex.reason()).contains("user:password, not as user@password");
		assertThat(ex.example()).isEqualTo("zk://user:password@zk1:2181,zk2:2181/mesos");
		assertThat(ex.getMessage()).doesNotContain("CANARY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zk://u:p@h1,u:p@h2/mesos", "zk://u:p@h1:2181,u:p@h2:2181,u:p@h3:2181/mesos",
			"zk://u:p@h1, u:p@h2/mesos", "zk://u1:p1@h1,u2:p2@h2/mesos", "zk://u:p@ss@h1,u:p@ss@h2/mesos",
			"zk://u:p@[::1]:2181,v:p@h2/mesos", "zk://h1,u:p@h2/mesos", "zk://h1,u@h2/mesos",
			"zk://u@h1:2181,u@h2:2181/mesos", "zk://u@h1:2181,v@h2:2181/mesos", "zk://@u:p@h1,v:p@h2/mesos" })
	void credentialsAreGivenOnce(String text) {
		assertThat(refuse(text).reason()).startsWith("credentials are given once, before the first server");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			\ufeffzk://h1/mesos                | ZERO WIDTH NO-BREAK SPACE (U+FEFF)
			\ufeffzk://u:p@h1/mesos            | ZERO WIDTH NO-BREAK SPACE (U+FEFF)
			"zk://h1/mesos"                    | QUOTATION MARK (U+0022)
			'zk://u:p@h1/mesos'                | APOSTROPHE (U+0027)
			zk://h1/mesos"                     | QUOTATION MARK (U+0022)
			\u201czk://h1/mesos\u201d          | LEFT DOUBLE QUOTATION MARK (U+201C)
			zk://h1/mesos\u00a0                | NO-BREAK SPACE (U+00A0)
			zk://h1,\u00a0h2/mesos             | NO-BREAK SPACE (U+00A0)
			zk://u:p@h1,\u202fh2/mesos         | NARROW NO-BREAK SPACE (U+202F)
			zk://h1/mes\u200bos                | ZERO WIDTH SPACE (U+200B)
			zk://h1/mes\u202eos                | RIGHT-TO-LEFT OVERRIDE (U+202E)
			zk://h1/a\u2066b                   | LEFT-TO-RIGHT ISOLATE (U+2066)
			10.0.0.1:5050\u00a0                | NO-BREAK SPACE (U+00A0)
			zk://h1/mesos # the old ones       | a # follows white space
			zk://h1:2181 # /mesos              | a # follows white space
			zk://u:p@h1/mesos\t# x             | a # follows white space
			10.0.0.1:5050 # dev                | a # follows white space
			""")
	void charactersThatAreNotAllowed(String text, String name) {
		assertThat(refuse(text).reason()).contains(name);
	}

	@Test
	void lineSeparatorInPath() {
		assertThat(refuse("zk://h1/a\u2028b").reason()).contains("LINE SEPARATOR (U+2028)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0:5050", "master@0.0.0.0:5050", "[::]:5050", "master@[::]:5050", ":::5050",
			"[0:0:0:0:0:0:0:0]:5050", "[::0.0.0.0]:5050" })
	void fixedMasterWithUnspecifiedAddress(String text) {
		InvalidMasterUrlException ex = refuse(text);
		assertThat(ex.reason()).startsWith("the fixed master has an address of zeros, to which clients cannot connect");
		assertThat(ex.example()).isEqualTo("master@10.0.0.1:5050");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "zk:", ":", "a.", "@", "[", "1", "1.", "zk://h1:1," })
	void veryLongText(String part) {
		assertThat(refuse(part.repeat(100_000)).getMessage()).hasSizeLessThan(1000);
		assertThat(refuse("zk://" + part.repeat(100_000) + "/.").getMessage()).hasSizeLessThan(1000);
	}

	private static InvalidMasterUrlException refuse(String text) {
		InvalidMasterUrlException ex = catchThrowableOfType(InvalidMasterUrlException.class,
				() -> MasterUrlParser.parse(text));
		assertThat(ex).as(text).isNotNull();
		return ex;
	}

}

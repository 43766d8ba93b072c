package io.github.mesosdiscovery.sample.command;

/**
 * What {@code --help} prints.
 */
final class Help {

	static final String TEXT = """
			Usage: java -jar mesos-discovery-sample-app.jar --zk MECHANISM [-a] [--timeout TIME]

			Asks ZooKeeper for the leading Mesos master and prints it as JSON, as the master
			published itself.

			  --zk MECHANISM    where the masters are, as the --zk and --master flags of Mesos
			                    take it: zk://[user:password@]host[:port],.../path,
			                    file:///path of a file that holds one, or host:port of a
			                    fixed master
			  -a, --all         print the array of all masters in election order, the leader
			                    first, instead of the leader alone
			  --timeout TIME    how long to wait for a leader, as 15, 15s, 500ms or 1m;
			                    15s unless given
			  -h, --help        print this

			Other users of a machine see a password on the command line: put the zk:// URL
			into a file that only you can read, and give --zk file:///path.

			The answer goes to standard output, all else to standard error. The exit status is
			0 for an answer, 1 when there is no leader in time, and 2 for wrong usage.

			Without any of these options the jar is a web application: with mesos.discovery.zk
			set it follows that cluster, without it starts a cluster of its own to look at.""";

	private Help() {
	}

}

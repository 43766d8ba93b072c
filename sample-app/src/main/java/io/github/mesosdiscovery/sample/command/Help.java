package io.github.mesosdiscovery.sample.command;

/**
 * The text of {@code --help}.
 */
final class Help {

	static final String TEXT = """
			Usage: java -jar mesos-discovery-sample-app.jar --zk URL [-a] [--timeout TIME]
			       java -jar mesos-discovery-sample-app.jar [--PROPERTY=VALUE]...

			The first form asks ZooKeeper for the leading Mesos master and prints it as JSON,
			as the master published itself.

			  --zk URL          where to find the masters, like the --zk and --master flags of
			                    Mesos: zk://[user:password@]host[:port],.../path,
			                    file:///path of a file that contains one, or host:port of a
			                    fixed master
			  -a, --all         print the array of all masters in election order, the leader
			                    first, instead of the leader only
			  --timeout TIME    how long to wait for a leader, for example 15, 15s, 500ms or
			                    1m; the default is 15s
			  -h, --help        print this text

			Other users of a machine can see a password on the command line. Put the zk:// URL
			into a file that only you can read, and set --zk file:///path.

			The command prints its answer on standard output, and remarks and errors on
			standard error. The exit status is 0 for an answer, 1 if no leader is found in
			time, and 2 for wrong usage.

			The second form starts the sample web application. Properties are options with a
			dot in their name, such as --server.port=8081, and --debug and --trace. Set
			--mesos.discovery.zk=URL to follow a cluster. Without it, the application
			starts a cluster of its own as a demo.""";

	private Help() {
	}

}

package io.github.mesosdiscovery.sample.command;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.TestMesosCluster;

/**
 * The masters in the example of the original {@code mesos-leader} of 2015.
 */
final class Example {

	static final String JSON = """
			[
				{"ip": 16777343, "hostname": "localhost", "pid": "master@127.0.0.1:5051",
					"id": "20150520-102342-16777343-5051-51088", "port": 5051},
				{"ip": 16777343, "hostname": "localhost", "pid": "master@127.0.0.1:5050",
					"id": "20150520-102046-16777343-5050-50974", "port": 5050}
			]""";

	private Example() {
	}

	static void start(TestMesosCluster cluster) {
		start(cluster, "20150520-102342-16777343-5051-51088", 5051);
		start(cluster, "20150520-102046-16777343-5050-50974", 5050);
	}

	private static void start(TestMesosCluster cluster, String id, int port) {
		cluster.startMaster(MasterFormat.PROTOBUF,
				MasterInfo.newBuilder()
					.setId(id)
					.setIp(16777343)
					.setPort(port)
					.setHostname("localhost")
					.setPid("master@127.0.0.1:" + port)
					.build());
	}

}
